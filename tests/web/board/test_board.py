"""The overseer sees minutes by kind of post, office, way and month; no person, no village, no small group."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.store.models import Account
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account, units
from qingzhuang.store.tasks.demands import end
from tests.web.board.work import send, villages
from tests.web.conftest import SINCE, People

Browser = Callable[[Seat | None], Client]


@pytest.fixture
def town(people: People) -> Unit:
    return next(each for each in units() if each.name == "青禾镇")


def _page(as_: Browser, seat: Seat, path: str = "/board/") -> str:
    answer = as_(seat).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_and_after_stand_on_one_definition_that_is_one_click_away(
    people: People, town: Unit, as_: Browser
) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    page = _page(as_, people.overseer)
    assert "每月卸下" in page
    assert "怎么算的" in page
    assert "一轮用时" in page
    assert "县民政局" in page
    assert page.count("数的是：") == 4
    assert page.count("<summary>看数</summary>") == 4


def test_no_village_and_no_person_is_named(people: People, town: Unit, as_: Browser) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    page = _page(as_, people.overseer)
    assert "桥村" not in page
    for account in Account.objects.exclude(pk=people.overseer.holder):
        assert account.name not in page


def test_fewer_posts_than_the_least_show_nothing(people: People, town: Unit, as_: Browser) -> None:
    send("低保名册", people.issuer.unit, villages(town, 4), (130.0, 10.0))
    page = _page(as_, people.overseer)
    assert "岗位不到 5 个，不显示" in page
    assert "县民政局" not in page


def test_an_office_that_asked_few_posts_is_joined_with_another(
    people: People, town: Unit, as_: Browser
) -> None:
    posts = villages(town, 6)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    send("统计台账", people.other_issuer.unit, posts[:2], (50.0, 10.0))
    page = _page(as_, people.overseer)
    assert "县民政局、县统计局" in page
    assert '<th scope="row">县统计局</th>' not in page


def test_what_was_not_weighed_is_said_and_can_be_weighed(people: People, town: Unit, as_: Browser) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), None)
    browser = as_(people.overseer)
    assert "还没有称过" in browser.get("/board/").content.decode()
    assert browser.post("/board/weigh").status_code == 302
    page = browser.get("/board/").content.decode()
    assert "每月卸下" in page
    assert "份</b> 还没有称过" not in page


def test_a_form_that_came_without_admission_is_told_apart(people: People, town: Unit, as_: Browser) -> None:
    posts = villages(town, 6)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    send("临时摸排表", people.issuer.unit, posts, (60.0, 10.0), admitted=False)
    page = _page(as_, people.overseer)
    assert "经过准入的表" in page
    assert "没有准入就发到的表" in page


def test_an_overseer_elsewhere_sees_nothing_of_ours(people: People, town: Unit, as_: Browser) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    county = add_unit("邻川县", UnitKind.COUNTY)
    office = add_unit("县减负办", UnitKind.OFFICE, county)
    outsider = give_seat(open_account("far", "编名远", None), office, Role.OVERSEER, SINCE)
    for path in ("/board/", "/board/cut"):
        page = _page(as_, outsider, path)
        assert "低保名册" not in page
        assert "县民政局" not in page


def test_the_cut_list_says_what_frees_how_much_and_how_it_was_counted(
    people: People, town: Unit, as_: Browser
) -> None:
    posts = villages(town, 6)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    send("老人名册", people.other_issuer.unit, posts, (130.0, 10.0))
    page = _page(as_, people.overseer, "/board/cut")
    assert "手填每月少" in page
    assert "一年：6 × " in page
    assert "由发表单位定" in page


def test_the_number_of_queries_does_not_grow(
    people: People, town: Unit, as_: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser, posts = as_(people.overseer), villages(town, 9)
    for number in range(2):
        send(f"名册{number}", people.issuer.unit, posts, (130.0, 10.0))
    with django_assert_num_queries(11):
        browser.get("/board/")
    for number in range(2, 9):
        send(f"名册{number}", people.other_issuer.unit, posts, (130.0, 10.0))
    with django_assert_num_queries(11):
        browser.get("/board/")
    with django_assert_num_queries(7):  # nothing changed since
        browser.get("/board/")
    with django_assert_num_queries(9):  # the forms are read
        browser.get("/board/cut")


def test_what_was_weighed_or_ended_since_is_seen_at_once(people: People, town: Unit, as_: Browser) -> None:
    browser, posts = as_(people.overseer), villages(town, 6)
    first = send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    before = browser.get("/board/").content.decode()
    send("老人名册", people.issuer.unit, posts, None)
    assert "没有称过" in browser.get("/board/").content.decode()
    browser.post("/board/weigh")
    after = browser.get("/board/").content.decode()
    assert "没有称过" not in after
    assert after != before
    end(first, datetime(2026, 10, 1, tzinfo=UTC))
    assert browser.get("/board/").content.decode() != after


def test_what_is_shown_of_the_parts_adds_up_to_what_is_shown_of_the_whole(
    people: People, town: Unit, as_: Browser
) -> None:
    posts = villages(town, 6)
    for title, office in (("甲表", people.issuer), ("乙表", people.other_issuer)):
        send(title, office.unit, posts, (12.4 * 12 / 6, 1.4 * 12 / 6))
    page = _page(as_, people.overseer)
    for table in re.findall(r"<thead>.*?</tfoot>", page, re.DOTALL):
        rows = [
            tuple(map(int, re.findall(r'class="num">(\d+) 分<', row)))
            for row in re.findall(r"<tr.*?</tr>", table)
        ]
        *parts, whole = [row for row in rows if row]
        assert tuple(map(sum, zip(*parts, strict=True))) == whole
        assert whole[0] - whole[1] == whole[2]
