"""Exports as text: a head line names sender and time, the lines below it are the message."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone

from qingzhuang.intake.chats.marks import kind_of
from qingzhuang.model.chat import Message, MessageKind

CHINA = timezone(timedelta(hours=8))
Head = Callable[[str], tuple[datetime | None, str] | None]


def messages(
    lines: Iterable[str], head: Head, skip: Callable[[str], bool] = lambda _line: False
) -> Iterator[Message]:
    """Yield the messages of a text whose head lines `head` recognises; lines before the first head are preamble."""
    first: tuple[int, datetime | None, str] | None = None
    body: list[str] = []
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        found = head(text)
        if found is None:
            if first is not None and not skip(text):
                body.append(text)
            continue
        if first is not None:
            yield _message(first, body)
        first, body = (number, *found), []
    if first is not None:
        yield _message(first, body)


def _message(first: tuple[int, datetime | None, str], body: list[str]) -> Message:
    number, at, sender = first
    text = "\n".join(body).strip("\n ")
    system = sender.startswith("系统消息") or sender == ""
    return Message(number, at, sender, text, MessageKind.SYSTEM if system else kind_of(text))


_CLOCK = r"(?:(上午|早上|下午|晚上)\s*)?(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([AaPp])\.?[Mm]\.?|\s*(上午|下午))?"
_HALVES = {"上午": "a", "早上": "a", "下午": "p", "晚上": "p"}
_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TIME = re.compile(_CLOCK)
_DATE = re.compile(_DAY)


def read_time(text: str) -> time | None:
    """Read 21:40:12, 9:59:54 PM, 下午 3:05. Returns None for what is no time of day."""
    found = _TIME.search(text)
    if found is None:
        return None
    hour, minute, second = int(found[2]), int(found[3]), int(found[4] or 0)
    half = (found[5] or "").lower() or _HALVES.get(found[6] or found[1] or "", "")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def read_day(text: str) -> date | None:
    """Read 2026-10-5, 2026年10月5日, 10/5/2026. Returns None for what is no day."""
    found = _DATE.search(text)
    parts = (found[1], found[2], found[3]) if found else None
    if parts is None and (found := _AMERICAN.search(text)):
        parts = (found[3], found[1], found[2])
    try:
        return date(*(int(part) for part in parts)) if parts else None
    except ValueError:
        return None


def read_moment(text: str) -> datetime | None:
    """Read a day with a time of day."""
    day, clock = read_day(text), read_time(text)
    return datetime.combine(day, clock, CHINA) if day and clock else None
