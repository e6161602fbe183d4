"""On which days of a year a form is due."""

import itertools
from datetime import date

from qingzhuang.answer.year.due import due_days, month_of, months_from, rounds_left, slower

DECEMBER = date(2026, 12, 1)


def test_a_monthly_form_is_due_at_the_end_of_each_month() -> None:
    days = due_days(12, DECEMBER)
    assert len(days) == 12
    assert (days[0], days[2], days[-1]) == (date(2026, 12, 31), date(2027, 2, 28), date(2027, 11, 30))


def test_quarters_and_half_years_end_where_the_calendar_says() -> None:
    assert [month_of(each) for each in due_days(4, DECEMBER)] == ["2026-12", "2027-03", "2027-06", "2027-09"]
    assert [month_of(each) for each in due_days(2, DECEMBER)] == ["2026-12", "2027-06"]
    assert [month_of(each) for each in due_days(1, DECEMBER)] == ["2026-12"]
    assert len(due_days(0.5, DECEMBER)) == 1


def test_a_told_day_and_told_months_win() -> None:
    assert due_days(12, DECEMBER, day=5)[:2] == (date(2026, 12, 5), date(2027, 1, 5))
    assert due_days(1, DECEMBER, day=31, months=(4, 9)) == (date(2027, 4, 30), date(2027, 9, 30))


def test_no_day_lies_before_the_first() -> None:
    assert due_days(12, date(2026, 12, 10), day=5)[0] == date(2027, 1, 5)


def test_a_daily_form_is_spread_over_the_year() -> None:
    days = due_days(250, DECEMBER)
    assert len(days) == 250
    assert days[0] == DECEMBER
    assert days[-1] < date(2027, 12, 1)


def test_a_year_has_twelve_months_from_any_day() -> None:
    assert (months_from(date(2026, 12, 9))[0], months_from(date(2026, 12, 9))[-1]) == ("2026-12", "2027-11")


TODAY = date(2026, 12, 10)


def test_an_open_demand_is_due_by_its_deadline_and_again_as_often_as_it_comes() -> None:
    days = rounds_left(12, date(2026, 12, 20), TODAY, open_now=True)
    assert days[:3] == (date(2026, 12, 20), date(2027, 1, 20), date(2027, 2, 20))
    assert len(days) == 12


def test_what_was_answered_this_month_comes_again_next_month() -> None:
    assert rounds_left(12, date(2026, 12, 20), TODAY, open_now=False)[0] == date(2027, 1, 20)


def test_what_comes_once_comes_once() -> None:
    assert rounds_left(1, date(2026, 12, 20), TODAY, open_now=True) == (date(2026, 12, 20),)
    assert rounds_left(1, None, TODAY, open_now=True) == (date(2026, 12, 31),)
    assert rounds_left(1, None, TODAY, open_now=False) == ()


def test_a_deadline_that_has_passed_is_today_and_nothing_comes_after_the_end() -> None:
    days = rounds_left(4, date(2026, 12, 1), TODAY, open_now=True, last=date(2027, 4, 1))
    assert days == (TODAY, date(2027, 3, 1))


def test_what_comes_every_week_goes_on_after_its_deadline() -> None:
    days = rounds_left(52, date(2026, 12, 12), TODAY, open_now=True)
    assert days[0] == date(2026, 12, 12)
    assert all(later > earlier for earlier, later in itertools.pairwise(days))


def test_one_step_less_often_keeps_the_last_day_of_each_longer_stretch() -> None:
    first = date(2026, 12, 1)
    monthly = due_days(12, first)
    assert [each.month for each in slower(12, monthly, first)] == [12, 3, 6, 9]
    assert [each.month for each in slower(4, due_days(4, first), first)] == [12, 6]
    assert [each.month for each in slower(2, due_days(2, first), first)] == [12]
    assert len(slower(52, due_days(52, first), first)) == 12
    assert slower(1, due_days(1, first), first) == due_days(1, first)


def test_a_stretch_that_ends_after_the_year_does_not_count() -> None:
    first = date(2026, 11, 1)
    assert [each.month for each in slower(12, due_days(12, first), first)] == [12, 3, 6, 9]
