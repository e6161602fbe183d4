"""With files in a bucket every page works as before; when the bucket is away, every page says so in words."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.models import DemandRow, TaskRow
from qingzhuang.store.rights.erasing import agree, erasure, propose
from qingzhuang.store.tasks import planning
from qingzhuang.store.tasks.demands import demands, end, task
from qingzhuang.store.tasks.handing import hand_over
from tests.pipeline.drafts import sheet
from tests.s3_peer import Peer, peer
from tests.web.api.conftest import Program, secret_of
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, sent, task_of

As = Callable[[Seat | None], Client]


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Peer]:
    """A server of this test's own, that may be stopped."""
    with peer() as found:
        for name, value in found.settings.items():
            monkeypatch.setenv(name, value)
        yield found


def _task(people: People) -> Task:
    known(people.post.unit.name, TIAN, QIU)
    return task_of(people, sent(people))


def _forgotten() -> None:
    """What this process has read is read anew."""
    planning._form.cache_clear()


def test_a_form_goes_its_whole_way_by_the_bucket_and_is_gone_when_it_is_erased(
    people: People, as_: As, bucket: Peer
) -> None:
    found = _task(people)
    post, issuer = as_(people.post), as_(people.issuer)
    dropped = {"draft": SimpleUploadedFile("走访.xlsx", sheet("冬季走访花名册", ["姓名", "身份证号"]))}
    assert issuer.post("/gate/", dropped).status_code == 302
    assert len(bucket.objects()) == 2, "the demand and the draft"
    assert post.get("/desk/").status_code == 200
    assert post.get(f"/desk/{found.number}/").status_code == 200
    assert post.get(f"/desk/{found.number}/sheet").status_code == 200
    original = post.get(f"/desk/{found.number}/original")
    content = b"".join(original.streaming_content)  # type: ignore[attr-defined]
    assert hashlib.sha256(content).hexdigest() == found.demand.blob
    handed = hand_over(found, clock.now())
    assert b"".join(post.get(f"/desk/{found.number}/file").streaming_content)  # type: ignore[attr-defined]
    assert issuer.get(f"/gate/{found.demand.number}/papers.zip").status_code == 200
    assert any(handed.blob in name for name in bucket.objects())
    assert TIAN.name.encode() not in b"".join(bucket.objects().values())
    end(found.demand.number, clock.now(), "核对了名册")
    DemandRow.objects.update(ended_at=clock.now() - timedelta(days=400))
    wish = propose(f"demand {found.demand.number}", people.issuer.unit, "ended", 0, clock.now())
    agree(wish, people.overseer.holder, clock.now())
    assert not any(handed.blob in name for name in bucket.objects())


def test_while_the_bucket_is_away_pages_say_so_and_nothing_is_lost(
    people: People, as_: As, mine: Peer
) -> None:
    found = _task(people)
    program = Program(secret_of(people.post))
    mine.stop()
    _forgotten()
    post, issuer, admin = as_(people.post), as_(people.issuer), as_(people.admin)
    assert post.get("/desk/").status_code == 200, "the list of what is asked stands in the database"
    for path in ("", "sheet", "file", "original"):
        answer = post.get(f"/desk/{found.number}/{path}")
        assert answer.status_code == 503
        assert "QZ-L042" in answer.content.decode()
        assert "记下的都在" in answer.content.decode()
    assert post.post(f"/desk/{found.number}/hand").status_code == 503
    dropped = {"draft": SimpleUploadedFile("走访.xlsx", sheet("冬季走访花名册", ["姓名", "身份证号"]))}
    before = len(demands())
    assert issuer.post("/gate/", dropped).status_code == 503
    assert len(demands()) == before
    brought = {"sheet": SimpleUploadedFile("名册.xlsx", sheet("名册", ["姓名", "身份证号"]))}
    assert post.post("/ledger/sheet", brought).status_code == 503
    health = admin.get("/admin/health").content.decode()
    assert "QZ-L042" in health
    assert mine.address.secret not in health
    answer = program.get(f"/api/v1/submissions/{found.number}/questions")
    assert (answer.status_code, answer.json()["code"]) == (503, "QZ-L042")
    assert TaskRow.objects.get(pk=found.number).said == "open"


def test_nothing_is_called_erased_while_the_bucket_is_away(people: People, mine: Peer) -> None:
    handed = hand_over(_task(people), clock.now())
    end(handed.demand.number, clock.now(), "核对了名册")
    wish = propose(f"demand {handed.demand.number}", people.issuer.unit, "ended", 0, clock.now())
    mine.stop()
    with pytest.raises(Exception, match="QZ-L042"):
        agree(wish, people.overseer.holder, clock.now())
    open_ = erasure(wish)
    assert open_ is not None
    assert not open_.agreed
    kept = task(handed.number)
    assert kept is not None
    assert kept.blob == handed.blob


def test_the_health_page_says_where_files_lie(people: People, as_: As, bucket: Peer) -> None:
    page = as_(people.admin).get("/admin/health").content.decode()
    assert f"在 {bucket.address.said}，连得上" in page
    assert bucket.address.secret not in page
