"""现在称 beside the page: the page comes at once, says how far the weighing is, shows the last list, and lets one try again."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.models import JobRow
from qingzhuang.store.organisation.units import units
from qingzhuang.web.jobs import cut_job
from tests.web.board.work import send, villages
from tests.web.conftest import People
from tests.web.english import left_in_chinese

As = Callable[[Seat | None], Client]


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings) -> None:
    settings.WORKER = True


def _page(client: Client) -> str:
    answer = client.get("/board/cut")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_is_weighed_beside_the_page_and_then_stands_there(people: People, as_: As) -> None:
    client = as_(people.overseer)
    assert "第一次称" in (first := _page(client))
    assert "正在称" in first
    assert "还没有称过" not in first  # it is being weighed: not both
    assert 'hx-get="/board/cut"' in first
    assert "刷新看看" in first  # without script
    assert work_one(clock.now())
    done = _page(client)
    assert "没有找到还能减的" in done
    assert "hx-get" not in done
    assert not work_one(clock.now())


def test_while_it_is_weighed_anew_the_last_list_stays(people: People, as_: As) -> None:
    client = as_(people.overseer)
    _page(client)
    work_one(clock.now())
    post = people.post.unit
    send("新名册", people.issuer.unit, (post,), (30.0, 10.0))
    JobRow.objects.filter(state="waiting").delete()
    again = _page(client)
    assert "下面是" in again
    assert "看了现在有效的 0 张表" in again
    JobRow.objects.filter(state="waiting").update(state="running", done=3, total=9, beat_at=clock.now())
    assert "看了 9 张里的 3 张" in _page(client)


def test_a_weighing_that_failed_says_so_and_is_done_again_on_a_press(
    people: People, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(people.overseer)
    _page(client)
    with monkeypatch.context() as broken:
        broken.setattr(cut_job, "cut_list", None)
        work_one(clock.now())
    assert "没有做成" in (told := _page(client))
    assert "没有称成" in told
    assert "第一次称<" not in told
    assert 'action="/board/cut/again"' in told
    assert client.post("/board/cut/again").status_code == 302
    work_one(clock.now())
    assert "没有找到还能减的" in _page(client)
    assert client.post("/board/cut/again").status_code == 302  # nothing failed: nothing happens


def test_nobody_else_may_ask_for_it(people: People, as_: As) -> None:
    assert as_(people.post).post("/board/cut/again").status_code == 403


def test_a_list_is_put_in_words_in_the_language_it_was_asked_in(people: People, as_: As) -> None:
    client = as_(people.overseer)
    town = next(each for each in units() if each.name == "青禾镇")
    posts = villages(town, 6)
    for title, office in (("低保名册", people.issuer.unit), ("老人名册", people.other_issuer.unit)):
        send(title, office, posts, (130.0, 10.0))
    _page(client)
    client.cookies["qz_language"] = "en"
    assert "Weighing" in _page(client)
    while work_one(clock.now()):
        pass
    page = _page(client)
    assert "less by hand each month" in page
    assert not left_in_chinese(page)
    client.cookies["qz_language"] = "zh-hans"
    assert "手填每月少" in _page(client)
