"""Deadlines as offices write them, anchored on the moment of sending and the working calendar. What is not sure is
`unclear` (due None), never guessed."""

import calendar as months
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from qingzhuang.law.calendar import Calendar, DayKind

_N = r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_NOON = {
    "凌晨": 0,
    "早上": 0,
    "早": 0,
    "上午": 0,
    "中午": 12,
    "下午": 12,
    "傍晚": 12,
    "晚上": 12,
    "晚": 12,
    "夜里": 12,
}
_PART = r"(凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|早|晚)?"
_CLOCK = rf"(?:{_PART}\s{{0,3}}(\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})\s{{0,3}}(?:[:：时点])\s{{0,3}}(\d{{1,2}}|半|整)?\s{{0,3}}分?|(下班|上班|中午|午饭|天黑|上午|下午|晚上|今晚)|(?=[前之以]))"
_BEFORE = r"\s{0,3}(?:之前|以前|前|截止|止)"
_WEEK = "一二三四五六日天"
_DAYS = {
    "今天": 0,
    "今日": 0,
    "当天": 0,
    "当日": 0,
    "今晚": 0,
    "今早": 0,
    "今": 0,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "明晚": 1,
    "次日": 1,
    "后天": 2,
}
_ENDS = {
    "下班": time(18, 0),
    "上班": time(8, 30),
    "中午": time(12, 0),
    "午饭": time(12, 0),
    "天黑": time(19, 0),
    "上午": time(12, 0),
    "下午": time(18, 0),
    "晚上": time(23, 59),
    "今晚": time(23, 59),
}
_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words, their span, and the moment due; None when the words do not tell it for sure."""

    start: int
    end: int
    text: str
    due: datetime | None


_AGAIN_LEAD = 24  # letters before a time that may say it comes again
_AGAIN = re.compile(
    rf"(?:[每逐]个?|[每逐]个?(?:工作日|[天日晚早周月旬年季]度?|(?:周|星期|礼拜)[{_WEEK}])的?"
    rf"(?:[^，,。；;：:\n]{{0,12}}[、和及或])?)\s{{0,3}}{_PART}\s{{0,3}}$"
)

Read = Callable[[re.Match[str], datetime, Calendar], datetime | None]


def deadlines(text: str, sent: datetime, days: Calendar) -> list[Deadline]:
    """Return the deadlines of a text in order; of overlapping readings the longest counts."""
    found = [
        Deadline(match.start(), match.end(), match[0], _safely(read, match, sent, days))
        for pattern, read in _PATTERNS
        for match in pattern.finditer(text)
    ]
    return list(_longest(found))


def hours_left(deadline: Deadline, sent: datetime) -> float | None:
    """Hours from sending to the deadline; negative when it was past already."""
    return None if deadline.due is None else (deadline.due - sent).total_seconds() / 3600


def _safely(read: Read, match: re.Match[str], sent: datetime, days: Calendar) -> datetime | None:
    if _AGAIN.search(match.string, max(match.start() - _AGAIN_LEAD, 0), match.start()):
        return None  # an hour of every day or week is no time given for this once
    try:
        return read(match, sent, days)
    except (ValueError, OverflowError):
        return None


def _longest(found: list[Deadline]) -> Iterator[Deadline]:
    end = -1
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start >= end:
            yield each
            end = each.end


def number(word: str) -> int:
    """Read 15, 十五, 两, 半 (0)."""
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    units = _DIGITS.get(ones, 0)
    return units + 10 * _DIGITS.get(tens, 1) if ten else units


def _at(day: date, match: re.Match[str], group: int, sent: datetime) -> datetime:
    """The day at the time that the clock groups (part, hour, minute, word) name; the end of the office day if none."""
    part, hour, minute, word = match.group(group, group + 1, group + 2, group + 3)
    if hour is None:
        clock = _ENDS.get(word or "", time(23, 59))
    else:
        hours = number(hour)
        hours += _NOON.get(part or "", 0) if hours < 12 and not (part == "中午" and hours >= 11) else 0
        clock = time(hours % 24, 30 if minute == "半" else int(minute) if minute and minute.isdigit() else 0)
    return datetime.combine(day, clock, sent.tzinfo)


def _relative(match: re.Match[str], sent: datetime, _days: Calendar) -> datetime:
    word = match[1]
    due = _at(sent.date() + timedelta(days=_DAYS[word]), match, 2, sent)
    evening = word.endswith("晚") and match[3] is not None and match[2] is None and due.hour < 12
    return due + timedelta(hours=12) if evening else due


def _dated(match: re.Match[str], sent: datetime, _days: Calendar) -> datetime | None:
    year, month, day = match.group(1, 2, 3)
    if month is None:
        first = sent.date().replace(day=1)
        target = first.replace(day=int(day))
        return _at(target, match, 4, sent)
    target = date(int(year) if year else sent.year, int(month), int(day))
    if not year and target < sent.date() - timedelta(days=183):
        target = target.replace(year=sent.year + 1)
    return _at(target, match, 4, sent)


def _weekday(match: re.Match[str], sent: datetime, _days: Calendar) -> datetime:
    index = min(_WEEK.index(match[2]), 6)
    monday = sent.date() - timedelta(days=sent.weekday())
    week = 1 if (match[1] or "").startswith("下") else 0
    return _at(monday + timedelta(days=index + 7 * week), match, 3, sent)


def _within(match: re.Match[str], sent: datetime, days: Calendar) -> datetime | None:
    count, unit = match.group(1, 2)
    amount = 0.5 if count == "半" else float(number(count))
    if unit.endswith("工作日"):
        due = days.working_days_after(sent.date(), int(amount))
        return datetime.combine(due, time(23, 59), sent.tzinfo) if due else None
    if unit in ("天", "日"):
        return datetime.combine(sent.date() + timedelta(days=int(amount)), time(23, 59), sent.tzinfo)
    hours = {"小时": 1.0, "个小时": 1.0, "分钟": 1 / 60, "周": 168.0, "个星期": 168.0}[unit]
    return sent + timedelta(hours=amount * hours)


def _month_end(match: re.Match[str], sent: datetime, _days: Calendar) -> datetime:
    year, month = sent.year, int(match[1]) if match[1] else sent.month
    return datetime.combine(date(year, month, months.monthrange(year, month)[1]), time(23, 59), sent.tzinfo)


def _clock_only(match: re.Match[str], sent: datetime, _days: Calendar) -> datetime:
    due = _at(sent.date(), match, 1, sent)
    return due + timedelta(hours=12) if due < sent and match[1] is None and due.hour < 12 else due


def _office_day(match: re.Match[str], sent: datetime, _days: Calendar) -> datetime:
    return datetime.combine(sent.date(), _ENDS["下班"], sent.tzinfo)


def _after_holiday(_match: re.Match[str], sent: datetime, days: Calendar) -> datetime | None:
    """The first working day after the days off that come next."""
    day = sent.date()
    for _ in range(60):
        day += timedelta(days=1)
        if days.kind(day) is DayKind.UNKNOWN:
            return None
        if day in days.off and day.weekday() < 5:
            break
    else:
        return None
    due = days.working_days_after(day, 1)
    return datetime.combine(due, time(23, 59), sent.tzinfo) if due else None


_HOLIDAYS = {"元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "国庆": (10, 1), "国庆节": (10, 1)}


def _before_holiday(match: re.Match[str], sent: datetime, days: Calendar) -> datetime | None:
    """The day before the days off that hold the holiday's fixed day."""
    if match[1] not in _HOLIDAYS:
        return None
    month, day = _HOLIDAYS[match[1]]
    first = date(sent.year, month, day)
    first = first if first > sent.date() else first.replace(year=sent.year + 1)
    if days.kind(first) is DayKind.UNKNOWN:
        return None
    return datetime.combine(first - timedelta(days=1), time(23, 59), sent.tzinfo)


def _unclear(_match: re.Match[str], _sent: datetime, _days: Calendar) -> None:
    return None


_PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (re.compile(rf"({'|'.join(_DAYS)})\s{{0,3}}{_CLOCK}{_BEFORE}"), _relative),
    (re.compile(rf"(?:(20\d\d)\s{{0,3}}[年./-]\s{{0,3}})?(?:(\d{{1,2}})\s{{0,3}}[月./-]\s{{0,3}})?(\d{{1,2}})\s{{0,3}}[日号](?:\s{{0,3}}[（(][^）)]{{1,6}}[）)])?\s{{0,3}}{_CLOCK}{_BEFORE}"), _dated),
    (re.compile(rf"(20\d\d)[./-](\d{{1,2}})[./-](\d{{1,2}})\s{{0,3}}{_CLOCK}{_BEFORE}"), _dated),
    (re.compile(rf"(本|这|下|下个)?(?:周|星期|礼拜)([{_WEEK}])\s{{0,3}}{_CLOCK}{_BEFORE}"), _weekday),
    (re.compile(rf"(?<![第每\d]){_N}\s{{0,3}}(个?工作日|小时|个小时|分钟|天|日|周|个星期)(?:之内|以内|内)"), _within),
    (re.compile(rf"(?:(\d{{1,2}})月|本月|月)[底末]{_BEFORE}"), _month_end),
    (re.compile(rf"(?<![\d日号天])(?:{_PART}\s{{0,3}}(\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})\s{{0,3}}(?:[:：时点])\s{{0,3}}(\d{{1,2}}|半)?\s{{0,3}}分?()){_BEFORE}"), _clock_only),
    (re.compile(rf"(?<![日天号一二三四五六])下班{_BEFORE}"), _office_day),
    (re.compile(r"节后第?一?个?(?:首个|第一个)?工作日"), _after_holiday),
    (re.compile(r"(元旦|五一|劳动节|国庆节|国庆|春节|中秋|清明|端午)(?:假期)?之?前"), _before_holiday),
    (re.compile(r"尽快|尽早|抓紧时间|近期|适时|另行通知"), _unclear),
)  # fmt: skip
