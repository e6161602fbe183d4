"""What a day or a span of days tells besides itself; None where the words of the question would have to decide."""

from datetime import date, timedelta

from qingzhuang.answer.derive_codes import span_edge
from qingzhuang.answer.derive_dates import as_date
from qingzhuang.model.sheet import Scalar

YES, NO = "是", "否"
_QUARTERS, _DAYS = "一二三四", "一二三四五六日"


def part_of(name: str, value: Scalar) -> str | None:
    """The quarter (第三季度), ten days (上旬) or day of the week (星期四) of a day."""
    day = as_date(value)
    if day is None:
        return None
    return {
        "quarter": f"第{_QUARTERS[(day.month - 1) // 3]}季度",
        "ten_days": "上中下"[min((day.day - 1) // 10, 2)] + "旬",
        "weekday": f"星期{_DAYS[day.weekday()]}",
    }[name]


def length(name: str, value: Scalar) -> int | None:
    """Whole years, months or weeks of a span; None unless it comes to just that, counted to the last day or to the day after.
    Days are not computed: nobody says whether the first one counts."""
    start, end = span_edge("start", value), span_edge("end", value)
    if not isinstance(start, date) or not isinstance(end, date):
        return None
    for last in (end, end + timedelta(days=1)):
        found = _exact(name, start, last)
        if found:
            return found
    return None


def _exact(name: str, start: date, last: date) -> int | None:
    if name == "weeks":
        weeks, rest = divmod((last - start).days, 7)
        return None if rest else weeks
    months = (last.year - start.year) * 12 + last.month - start.month
    if last.day != start.day:
        return None
    return months if name == "months" else None if months % 12 else months // 12


def over(value: Scalar, as_of: date) -> str | None:
    """Whether a span has ended before `as_of`."""
    end = span_edge("end", value)
    return (YES if end < as_of else NO) if isinstance(end, date) else None


def valid(value: Scalar, as_of: date) -> str | None:
    """Whether the last day of validity has not passed yet."""
    day = as_date(value)
    return None if day is None else YES if day >= as_of else NO


def within(value: Scalar, as_of: date) -> str | None:
    """Whether `as_of` lies in a span."""
    start, end = span_edge("start", value), span_edge("end", value)
    if not isinstance(start, date) or not isinstance(end, date):
        return None
    return YES if start <= as_of <= end else NO
