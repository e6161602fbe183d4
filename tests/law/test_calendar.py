"""Working days follow the yearly notices; what was not announced is unknown."""

from datetime import date, datetime, timedelta, timezone

import pytest

from qingzhuang.law.calendar import DayKind, calendar

CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 10, 10), DayKind.WORK),
        (date(2026, 10, 5), DayKind.OFF),
        (date(2026, 11, 21), DayKind.OFF),
        (date(2026, 11, 23), DayKind.WORK),
        (date(2025, 1, 26), DayKind.WORK),
        (date(2027, 1, 4), DayKind.UNKNOWN),
    ],
)
def test_a_day_is_work_off_or_unknown(day: date, kind: DayKind) -> None:
    assert calendar().kind(day) is kind


def test_three_working_days_over_a_long_holiday_and_a_make_up_saturday() -> None:
    assert calendar().working_days_after(date(2026, 9, 30), 3) == date(2026, 10, 10)


def test_working_days_into_a_year_that_is_not_announced_are_unknown() -> None:
    assert calendar().working_days_after(date(2026, 12, 31), 2) is None


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (datetime(2026, 11, 24, 21, 30, tzinfo=CHINA), True),
        (datetime(2026, 11, 24, 10, 0, tzinfo=CHINA), False),
        (datetime(2026, 11, 22, 10, 0, tzinfo=CHINA), True),
        (datetime(2027, 3, 3, 10, 0, tzinfo=CHINA), None),
        (datetime(2027, 3, 3, 23, 0, tzinfo=CHINA), True),
    ],
)
def test_quiet_time_is_outside_hours_or_a_day_off(moment: datetime, quiet: bool | None) -> None:
    assert calendar().quiet(moment) is quiet
