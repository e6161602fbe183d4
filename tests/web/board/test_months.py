"""A month is noted as it was known: nobody changes it, it is reckoned again, and today is held against it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.month import Month
from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.model.share import Share
from qingzhuang.pipeline.months import moved, reckoned
from qingzhuang.store import clock
from qingzhuang.store.board.months import months, note_month
from qingzhuang.store.board.shares import forget, realm
from qingzhuang.store.models import Account, MonthRow, TaskRow, TrailRow
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account, units
from qingzhuang.store.tasks.demands import end
from qingzhuang.web.board.months import MOST_TURNED, change_of
from tests.web.board.work import send, villages
from tests.web.conftest import SINCE, People

Browser = Callable[[Seat | None], Client]
OFFICE = Unit(1, "县民政局", UnitKind.OFFICE, "/1/")
OCTOBER = datetime(2026, 10, 31, 9, tzinfo=UTC)


@pytest.fixture
def town(people: People) -> Unit:
    return next(each for each in units() if each.name == "青禾镇")


def _page(browser: Client) -> str:
    answer = browser.get("/board/months")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_ended_since_is_told_with_the_minutes_that_it_frees(
    people: People, town: Unit, as_: Browser
) -> None:
    posts, below = villages(town, 6), realm(people.overseer.unit)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    gone = send("改厕摸底", people.other_issuer.unit, posts, (130.0, 60.0))
    note_month(below, OCTOBER)
    end(gone, clock.now() - timedelta(days=1))
    page = _page(as_(people.overseer))
    assert "2026 年 10 月 31 日以来，轻 " in page
    assert "《改厕摸底》" in page
    assert "停了" in page
    assert "《低保名册》" not in page
    assert "31 日记下" in page
    assert "怎么算的" in page


def test_what_changed_little_is_counted_where_much_changed() -> None:
    office = Unit(1, "县民政局", UnitKind.OFFICE, "/1/")

    def month(day: date, after: Callable[[int], float]) -> Month:
        shares = tuple(
            Share(
                number,
                office,
                UnitKind.VILLAGE,
                True,
                12.0,
                SINCE,
                None,
                9,
                9,
                900.0,
                after(number),
                f"表{number}",
            )
            for number in range(MOST_TURNED + 5)
        )
        return reckoned(Month(day, shares, {UnitKind.VILLAGE: 9}, {1: 9}, 0.0, 0.0))

    change = change_of(
        moved(month(date(2026, 10, 31), lambda _n: 100.0), month(date(2026, 11, 20), lambda n: 200.0 + n))
    )
    assert len(change.rows) == MOST_TURNED
    assert change.more == 5
    assert "《表0》" not in {each.title for each in change.rows}


def test_what_was_noted_stays_as_it_was_whatever_is_learnt_later(people: People, town: Unit) -> None:
    below = realm(people.overseer.unit)
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 60.0))
    noted = note_month(below, OCTOBER)
    TaskRow.objects.update(after=5.0)
    forget()
    assert months(below) == (noted,)
    assert note_month(below, clock.now()).after < noted.after
    for change in (lambda: MonthRow.objects.update(after=0.0), lambda: MonthRow.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_noting_twice_a_day_what_did_not_change_adds_nothing(
    people: People, town: Unit, as_: Browser
) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 60.0))
    browser = as_(people.overseer)
    assert "记下今天的数" in _page(browser)
    for _time in range(2):
        assert browser.post("/board/note").status_code == 302
    assert MonthRow.objects.count() == 1
    assert TrailRow.objects.filter(act="noted").exists()
    page = _page(browser)
    assert "今天的已经记了" in page
    assert "一样" in page


def test_only_the_overseer_notes_and_each_sees_only_their_own(
    people: People, town: Unit, as_: Browser
) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 60.0))
    note_month(realm(people.overseer.unit), OCTOBER)
    for seat in (people.post, people.issuer, people.admin):
        assert as_(seat).post("/board/note").status_code == 403
        assert as_(seat).get("/board/months").status_code == 403
    county = add_unit("邻川县", UnitKind.COUNTY)
    office = add_unit("县减负办", UnitKind.OFFICE, county)
    outsider = give_seat(open_account("far", "编名远", None), office, Role.OVERSEER, SINCE)
    assert "10 月 31 日" not in _page(as_(outsider))


def test_no_village_and_no_person_stands_on_the_page_or_in_what_is_kept(
    people: People, town: Unit, as_: Browser
) -> None:
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 60.0))
    note_month(realm(people.overseer.unit), OCTOBER)
    kept, page = MonthRow.objects.get().content, _page(as_(people.overseer))
    assert "桥村" not in kept + page
    for account in Account.objects.exclude(pk=people.overseer.holder):
        assert account.name not in kept + page


def test_fewer_posts_than_the_least_show_nothing(people: People, town: Unit, as_: Browser) -> None:
    send("低保名册", people.issuer.unit, villages(town, 4), (130.0, 60.0))
    note_month(realm(people.overseer.unit), OCTOBER)
    page = _page(as_(people.overseer))
    assert "岗位不到 5 个，不显示" in page
    assert "低保名册" not in page
    assert "小时" not in page


def test_the_number_of_queries_does_not_grow(
    people: People, town: Unit, as_: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser, posts, below = as_(people.overseer), villages(town, 6), realm(people.overseer.unit)
    for number in range(2):
        send(f"名册{number}", people.issuer.unit, posts, (130.0, 10.0))
        note_month(below, OCTOBER - timedelta(days=31 * number))
    forget()
    with django_assert_num_queries(15):
        browser.get("/board/months")
    for number in range(2, 6):
        send(f"名册{number}", people.other_issuer.unit, posts, (130.0, 10.0))
        note_month(below, OCTOBER - timedelta(days=31 * number))
    forget()
    with django_assert_num_queries(15):
        browser.get("/board/months")
    with django_assert_num_queries(10):  # nothing changed since, and what was noted never does
        browser.get("/board/months")


def test_the_differences_that_are_shown_add_up_to_the_difference_that_is_shown() -> None:
    def month(day: date, after: Sequence[float]) -> Month:
        shares = tuple(
            Share(number, OFFICE, UnitKind.VILLAGE, True, 12.0, SINCE, None, 9, 9, 900.0, each, f"表{number}")
            for number, each in enumerate(after, 1)
        )
        return reckoned(Month(day, shares, {UnitKind.VILLAGE: 9}, {1: 9}, 0.0, 0.0))

    change = change_of(
        moved(
            month(date(2026, 10, 31), (100.0, 100.0, 100.0)), month(date(2026, 11, 26), (104.3, 104.3, 104.4))
        )
    )
    assert change.by.startswith("重")
    assert sum(_minutes(row.by) for row in change.rows) == _minutes(change.by)
    assert all(_minutes(row.now) - _minutes(row.was) == _minutes(row.by) for row in change.rows)


def _minutes(words: str) -> int:
    return int(words.removeprefix("重 ").removesuffix(" 分"))


def test_parts_of_a_month_are_the_minutes_that_the_board_shows(
    people: People, town: Unit, as_: Browser
) -> None:
    posts, below = villages(town, 6), realm(people.overseer.unit)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.9))
    send("老人名册", people.other_issuer.unit, posts, (130.0, 10.9))
    note_month(below, OCTOBER)
    forget()
    browser = as_(people.overseer)
    board = browser.get("/board/").context["page"].figures[2].bars
    months_ = browser.get("/board/months").context["page"].splits[2].rows
    assert {name: cells[-1][1] for name, cells in months_} == {each.name: each.after for each in board}
    assert len({each.after for each in board}) == 2, "one of two halves is rounded up"
