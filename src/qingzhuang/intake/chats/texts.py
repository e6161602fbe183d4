"""Other exports as text: WeLink (name, tab, time), WeChat by third parties (time name; NAME (TIME):MESSAGE)."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from qingzhuang.intake.chats.lines import messages, read_moment
from qingzhuang.intake.chats.marks import kind_of
from qingzhuang.model.chat import Message

_WELINK = re.compile(r"^(.{1,60}?)\(([a-zA-Z]?\d{5,})\)\t(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)$")
_TIME_NAME = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (.{1,80})$")
_ONE_LINE = re.compile(r"^(.{1,60}?) \((\d{4}-\d\d?-\d\d? \d\d?:\d\d(?::\d\d)?)\)[:：](.*)$")


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


def sniff_one_line(head: str) -> bool:
    """WeChat as text, one message a line."""
    return any(_ONE_LINE.match(line) for line in head.splitlines()[:5])


def read_one_line(lines: Iterable[str]) -> Iterator[Message]:
    """Read one message a line; a line without a head goes on with the message above."""
    last: Message | None = None
    for number, line in enumerate(lines, 1):
        found = _ONE_LINE.match(line.rstrip("\r\n"))
        if found is None:
            if last is not None:
                last = Message(
                    last.line, last.at, last.sender, f"{last.text}\n{line.rstrip()}".rstrip(), last.kind
                )
            continue
        if last is not None:
            yield last
        text = found[3].strip()
        last = Message(number, read_moment(found[2]), found[1].strip(), text, kind_of(text))
    if last is not None:
        yield last
