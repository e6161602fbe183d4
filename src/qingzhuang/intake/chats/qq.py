"""QQ: the client's own export (24-hour and AM/PM), and the three layouts that copying from a window gives."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from qingzhuang.intake.chats.lines import CHINA, messages, read_day, read_moment, read_time
from qingzhuang.model.chat import Message

_EXPORT = re.compile(r"^(\d{4}-\d\d?-\d\d? \d{1,2}:\d\d:\d\d(?: [AP]M)?) (.*?)(?:\(\d{4,}\)|<[^<>]*>)?$")
_SIDE = re.compile(
    r"^(.{1,80}?) (\d{1,2}/\d{1,2}/\d{4}|\d{4}[-/]\d\d?[-/]\d\d?) (\d{1,2}:\d\d:\d\d(?: [AP]M)?)\s*$"
)
_BARE = re.compile(r"^(.{1,80}?) {1,2}(\d{1,2}:\d\d:\d\d(?: [AP]M)?)\s*$")
_DAY_LINE = re.compile(r"^\s*[—－-]\s?[—－-]\s+(\d{4}-\d{1,2}-\d{1,2})\s+[—－-]\s?[—－-]\s*$")
_PREAMBLE = re.compile(r"^消息记录[（(]此消息记录为文本格式")


def sniff_export(head: str) -> bool:
    """The client's own text export."""
    return bool(_PREAMBLE.match(head.lstrip("\ufeff \n")))


def sniff_copied(head: str) -> bool:
    """Copied from a chat window: name and time on a line, with or without the day."""
    lines = [line for line in head.splitlines()[:40] if line.strip()]
    return any(_SIDE.match(line) or _BARE.match(line) for line in lines[:3]) or any(
        _DAY_LINE.match(line) for line in lines[:1]
    )


def read_export(lines: Iterable[str]) -> Iterator[Message]:
    """Read the client's export."""

    def head(line: str) -> tuple[datetime | None, str] | None:
        found = _EXPORT.match(line)
        return (read_moment(found[1]), found[2].strip()) if found else None

    yield from messages(lines, head)


def read_copied(lines: Iterable[str]) -> Iterator[Message]:
    """Read what was copied from a window. Without a day the time of day alone is no moment: `at` stays None."""
    day = ""

    def head(line: str) -> tuple[datetime | None, str] | None:
        if found := _SIDE.match(line):
            return read_moment(f"{found[2]} {found[3]}"), found[1].strip()
        if found := _BARE.match(line):
            clock, known = read_time(found[2]), read_day(day)
            return (datetime.combine(known, clock, CHINA) if known and clock else None), found[1].strip()
        return None

    def note_day(line: str) -> bool:
        nonlocal day
        if found := _DAY_LINE.match(line):
            day = found[1]
        return bool(found)

    yield from messages(_watched(lines, note_day), head, lambda line: bool(_DAY_LINE.match(line)))


def _watched(lines: Iterable[str], see: Callable[[str], bool]) -> Iterator[str]:
    for line in lines:
        see(line.rstrip("\r\n"))
        yield line
