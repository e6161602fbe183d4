"""A sheet that takes long is looked at and put in beside the pages, exactly as it was seen, once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

import qingzhuang.web.jobs  # noqa: F401 - who does what
from qingzhuang.model.fact import Fact, Source
from qingzhuang.store import clock
from qingzhuang.store.beside import errands
from qingzhuang.store.beside.jobs import STANDS_STILL, work_one
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import FactRow, JobRow, TrailRow
from qingzhuang.store.rights.erasing import agree, propose
from qingzhuang.store.trail import Act
from qingzhuang.web.ledger import sheet_job
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, person
from tests.web.ledger.test_ledger import As
from tests.web.ledger.test_sheets import phone, rows, sheet

FILE = sheet((TIAN, "19900000001", "柳湾村"), (QIU, "19900000002", "柳湾村"))


@pytest.fixture
def client(people: People, as_: As, settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The post's browser; somebody works beside the pages, and every file takes long."""
    settings.WORKER = True
    monkeypatch.setattr(errands, "SLOW_BYTES", 10)
    known(people.post.unit.name, TIAN, QIU)
    return as_(people.post)


def _bring(client: Client, content: bytes = FILE, name: str = "通讯录.xlsx") -> str:
    answer = client.post("/ledger/sheet", {"sheet": SimpleUploadedFile(name, content)}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def _worked() -> None:
    while work_one(clock.now()):
        pass


def _look(client: Client, status: int = 200) -> str:
    answer = client.get("/ledger/sheet/look")
    assert answer.status_code == status
    return answer.content.decode()


def test_a_slow_sheet_is_shown_when_it_is_read_and_put_in_when_it_is_wanted(client: Client) -> None:
    before = rows()
    assert "正在读您放的这份文件" in _bring(client)
    _worked()
    assert (
        client.get("/ledger/sheet/look", headers={"HX-Request": "true"})["HX-Redirect"]
        == "/ledger/sheet/look"
    )
    assert "记进去会这样改" in _look(client)
    assert rows() == before
    assert "正在读" in client.post("/ledger/sheet/take", follow=True).content.decode()
    assert rows() == before
    _worked()
    assert "记进台账了" in _look(client)
    assert "记进台账了" in _look(client), "looking again is no other import"
    assert phone(TIAN) == "19900000001"
    assert TrailRow.objects.filter(act=Act.IMPORTED.value).count() == 1
    client.post("/ledger/sheet/take")
    _worked()
    assert TrailRow.objects.filter(act=Act.IMPORTED.value).count() == 1


def test_what_others_write_meanwhile_stops_it_only_where_it_changes_what_was_seen(
    client: Client, people: People
) -> None:
    _bring(client)
    _worked()
    known(people.colleague.unit.name, file="别村.xlsx")
    said = Fact(
        TIAN, "person.phone", "19900000009", clock.today() + timedelta(0), Source(""), "x", clock.now()
    )
    record([said])
    client.post("/ledger/sheet/take")
    before = FactRow.objects.count()
    _worked()
    page = _look(client, 409)
    assert "请再看一遍" in page
    assert FactRow.objects.count() == before
    client.post("/ledger/sheet/take")
    _worked()
    assert "记进台账了" in _look(client)


def test_another_villages_doings_stop_nothing(client: Client, people: People) -> None:
    from tests.web.desk.village import SHI

    _bring(client)
    _worked()
    known(people.colleague.unit.name, SHI)
    client.post("/ledger/sheet/take")
    _worked()
    assert "记进台账了" in _look(client)


def test_a_worker_killed_while_it_writes_writes_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    _bring(client)
    _worked()
    client.post("/ledger/sheet/take")
    with monkeypatch.context() as patched:
        patched.setattr(sheet_job, "over", _killed)
        with pytest.raises(SystemExit):
            work_one(clock.now())
    facts = FactRow.objects.count()
    while work_one(clock.now() + STANDS_STILL * 2):
        pass
    assert FactRow.objects.count() == facts
    assert "记进台账了" in _look(client)
    assert TrailRow.objects.filter(act=Act.IMPORTED.value).count() == 1


def _killed(_name: str) -> None:
    raise SystemExit(9)


def test_what_cannot_be_read_is_said_and_may_be_tried_again(client: Client) -> None:
    _bring(client, b"\x89PNG\r\n\x1a\n" + b"x" * 50)
    _worked()
    assert "这份文件没有读成" in _look(client)
    assert "正在读" in client.post("/ledger/sheet/again", follow=True).content.decode()


def test_it_can_be_thrown_away_and_another_one_brought(client: Client) -> None:
    _bring(client)
    client.post("/ledger/sheet/drop")
    _worked()
    answer = client.get("/ledger/sheet/look")
    assert answer.status_code == 409
    assert "这里没有等着看的表" in answer.content.decode()


def test_what_was_read_of_somebody_goes_when_they_are_erased(client: Client, people: People) -> None:
    _bring(client, sheet((person(21, "新来人"), "19900000003", "柳湾村")))
    _worked()
    assert "新来人" in str(JobRow.objects.get(kind="sheet_look").result)
    wish = propose(f"subject {numbers({TIAN})[TIAN]}", None, "wished", 0, clock.now())
    agree(wish, people.colleague.holder, clock.now())
    assert not JobRow.objects.filter(kind="sheet_look").exists()
    assert client.get("/ledger/sheet/look").status_code == 409


def test_nobody_elses_seat_sees_it(client: Client, people: People, as_: As) -> None:
    _bring(client)
    _worked()
    assert as_(people.colleague).get("/ledger/sheet/look").status_code == 409
    assert "编名" not in JobRow.objects.get(kind="sheet_look").about


def test_a_small_sheet_is_answered_at_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errands, "SLOW_BYTES", 64 * 2**10)
    assert "记进去会这样改" in _bring(client)
    assert not JobRow.objects.filter(kind="sheet_look").exists()
