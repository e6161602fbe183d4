"""On which days of a year a form is due: once a month, a quarter, a year …, or the days that somebody told."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = 12
_STEPS = (
    (12, 1),
    (4, 3),
    (2, 6),
    (1, 12),
)  # what comes more often than so many times a year: once in so many months


def due_days(
    times: float, first: date, *, day: int | None = None, months: tuple[int, ...] = ()
) -> tuple[date, ...]:
    """Return the days in the twelve months from `first`'s month on, none before `first`.

    `times` a year: 12 every month, 4 at the end of quarters, 2 of half years, 1 of the year; less than once is once.
    More often than monthly they are spread evenly. `day` is the day of the month (default: the last), `months` those in
    which it comes, whatever `times` says. Days of a month that has not so many are its last.
    """
    if times > MONTHS and not months:
        step = 365 / times
        found = [first + timedelta(days=int(number * step)) for number in range(round(times))]
        return tuple(dict.fromkeys(found))
    chosen = months or _months(times)
    spread = (_day(year, month, day) for year, month in _next(first) if month in chosen)
    return tuple(each for each in spread if each >= first)


def slower(times: float, days: tuple[date, ...], first: date) -> tuple[date, ...]:
    """Return the days that are left of those of the twelve months from a day on where a form comes one step less often: weekly,
    monthly, quarterly, half-yearly, yearly; of each longer stretch the last day. All of them where it comes once a year or less."""
    step = next((length for often, length in _STEPS if times > often), 0)
    if not step:
        return days
    end = first.year * MONTHS + first.month - 1 + MONTHS
    last = {(each.year * MONTHS + each.month - 1) // step: each for each in days}
    return tuple(each for stretch, each in last.items() if (stretch + 1) * step <= end)


def month_of(day: date) -> str:
    """A month as it is written: 2026-12."""
    return f"{day:%Y-%m}"


def months_from(first: date) -> tuple[str, ...]:
    """The twelve months of a calendar that begins on a day."""
    return tuple(f"{year:04}-{month:02}" for year, month in _next(first))


def _months(times: float) -> tuple[int, ...]:
    step = max(1, round(MONTHS / max(1.0, times)))
    return tuple(range(step, MONTHS + 1, step))


def _next(first: date) -> Iterator[tuple[int, int]]:
    for number in range(MONTHS):
        year, month = divmod(first.month - 1 + number, MONTHS)
        yield first.year + year, month + 1


def _day(year: int, month: int, day: int | None) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day or last, last))


def rounds_left(
    times: float, deadline: date | None, today: date, *, open_now: bool, last: date | None = None
) -> tuple[date, ...]:
    """Return the days on which a demand still has to be answered in the coming twelve months: the one that is open now by its
    deadline (one that has passed: today), then as often as it comes, on the deadline's day of the month. What comes once a year or
    less comes again only when somebody sends it again. `last` is the day on which the demand ends."""
    now = (max(deadline or _end_of_month(today), today),) if open_now else ()
    later: tuple[date, ...] = ()
    if times > MONTHS:
        later = tuple(each for each in due_days(times, today) if not now or each > now[0])
    elif times > 1:
        this = month_of(now[0] if now else today)
        found = due_days(times, today, day=deadline.day if deadline else None)
        later = tuple(each for each in found if month_of(each) > this)
    return tuple(each for each in (*now, *later) if last is None or each <= last)


def _end_of_month(day: date) -> date:
    return _day(day.year, day.month, None)
