"""Other exports as text: WeLink (name, tab, time), WeChat by third parties (time and name, then the message)."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from qingzhuang.intake.chats.lines import messages, read_moment
from qingzhuang.model.chat import Message

_WELINK = re.compile(r"^(.{1,60}?)\(([a-zA-Z]?\d{5,})\)\t(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)$")
_TIME_NAME = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (.{1,80})$")


def sniff_welink(head: str) -> bool:
    """WeLink's copied group."""
    return any(_WELINK.match(line) for line in head.splitlines()[:5])


def read_welink(lines: Iterable[str]) -> Iterator[Message]:
    """Read WeLink."""

    def head(line: str) -> tuple[datetime | None, str] | None:
        found = _WELINK.match(line)
        return (read_moment(found[3]), found[1]) if found else None

    yield from messages(lines, head)


def sniff_wechat(head: str) -> bool:
    """WeChat as text: the time, then the name."""
    return any(_TIME_NAME.match(line) for line in head.splitlines()[:5])


def read_wechat(lines: Iterable[str]) -> Iterator[Message]:
    """Read WeChat as text, its messages below the head lines."""

    def head(line: str) -> tuple[datetime | None, str] | None:
        found = _TIME_NAME.match(line)
        return (read_moment(found[1]), found[2].strip()) if found else None

    yield from messages(lines, head)
