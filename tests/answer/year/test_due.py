"""On which days of a year a form is due."""

from datetime import date

from qingzhuang.answer.year.due import due_days, month_of, months_from

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
