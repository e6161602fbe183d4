"""A post's own year: what is asked when, what can be told now so that it is not asked later."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.models import JobRow
from qingzhuang.store.tasks import recounting, year_ahead
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, sent
from tests.web.english import left_in_chinese

As = Callable[[Seat | None], Client]
PATH = "/desk/year"
QUERIES = 5


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WORKER = True
    monkeypatch.setattr(recounting, "make_ready", lambda _unit, _day: None)


def _page(client: Client) -> str:
    answer = client.get(PATH)
    assert answer.status_code == 200
    return answer.content.decode()


def _done(client: Client) -> str:
    _page(client)
    while work_one(clock.now()):
        pass
    return _page(client)


def test_the_first_look_waits_for_nothing(people: People, task: Task, as_: As) -> None:
    page = _page(as_(people.post))
    assert "正在旁边算" in page
    assert "刷新看看" in page
    assert "手上有 1 张有效的表。第一次要把它们都排一遍" in page


def test_it_says_what_is_asked_when_and_for_which_form(people: People, task: Task, as_: As) -> None:
    page = _done(as_(people.post))
    assert "hx-get" not in page
    assert "这个月问的" in page or "现在说一次，以后就不问的" in page
    assert "联系电话" in page
    assert "2 人" in page
    assert reverse("answer", args=[task.number]) in page
    assert "不能更少了" in page
    assert 'data-chart="bars"' in page


def test_what_runs_out_later_can_be_told_at_once(people: People, task: Task, as_: As) -> None:
    known(people.post.unit.name, TIAN, QIU, file="电话.xlsx", ago=10, lasts=20, person__phone="13900000000")
    page = _done(as_(people.post))
    early = page.partition("现在说一次，以后就不问的")[2].partition("</section>")[0]
    assert "联系电话" in early
    assert reverse("ledger") in early


def test_what_was_answered_meanwhile_is_taken_in_a_while_after(
    people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(people.post)
    _done(client)
    known(people.post.unit.name, TIAN, QIU, file="电话.xlsx", ago=1, person__phone="13900000000")
    assert "正在旁边算" not in _page(client)
    later = clock.now() + timedelta(minutes=6)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "下面是上次算好的" in _page(client)
    page = _done(client)
    assert "正在旁边算" not in page
    assert "联系电话" not in page


def test_it_names_nobody(people: People, task: Task, as_: As) -> None:
    page = _done(as_(people.post))
    for who in (TIAN, QIU):
        assert who.name not in page
        assert who.key not in page


def test_a_reckoning_that_failed_says_so_and_is_done_again_on_a_press(
    people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(people.post)
    with monkeypatch.context() as broken:
        broken.setattr(year_ahead, "year_of", None)
        told = _done(client)
    assert "没有做成" in told
    assert 'action="/desk/year/again"' in told
    assert client.post(reverse("desk_year_again")).status_code == 302
    assert "今后十二个月" in _done(client)
    assert client.post(reverse("desk_year_again")).status_code == 302  # nothing failed: nothing happens


def test_the_colleague_sees_her_own_and_nobody_else_any(people: People, task: Task, as_: As) -> None:
    assert "2 人" not in _done(as_(people.colleague))
    for who in (people.issuer, people.overseer, people.admin):
        assert as_(who).get(PATH).status_code == 403
        assert as_(who).post(reverse("desk_year_again")).status_code == 403


def test_without_anybody_beside_the_pages_it_says_so(
    people: People, task: Task, as_: As, settings: DjangoSettings
) -> None:
    settings.WORKER = False
    assert "不在旁边算" in _page(as_(people.post))
    assert not JobRow.objects.exists()


def test_a_page_asks_the_database_no_more_for_more_forms(
    people: People, task: Task, as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.post)
    _done(client)
    with django_assert_num_queries(QUERIES):
        _page(client)
    sent(people, "党员名单", ("序号", "姓名", "民族"))
    JobRow.objects.all().delete()
    _done(client)
    with django_assert_num_queries(QUERIES):
        _page(client)


def test_it_reads_in_english(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    _done(client)
    client.cookies["qz_language"] = "en"
    page = _page(client)
    assert "No fewer are enough." in page
    assert not {each for each in left_in_chinese(page) if "党员" not in each}
