"""Chats as people paste them: one line a message, with time, name and what was said (2026-10-05 21:40 老王：请接龙)."""

import re
from collections.abc import Iterable, Iterator

from qingzhuang.intake.chats.lines import read_moment
from qingzhuang.intake.chats.marks import kind_of
from qingzhuang.model.chat import Message

_DAY = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?)"
_CLOCK = r"(?:(?:上午|早上|下午|晚上)\s?)?\d{1,2}[:：]\d\d(?:[:：]\d\d)?+(?:\s[AP]M)?+"
_WHEN = rf"(?P<when>{_DAY}\s{{1,2}}{_CLOCK}|{_CLOCK})"
_NAME = r"(?P<name>[^\s:：,，。;；、!！?？|]{1,24}?(?: [^\s:：,，。;；、!！?？|]{1,12}?)??)"
_SAID = r"\s{0,2}[:：]\s{0,2}(?P<said>\S.*)$"
_LINES = (
    re.compile(r"^(?P<name>.{1,60}?) \((?P<when>\d{4}-\d\d?-\d\d? \d\d?:\d\d(?::\d\d)?)\)[:：](?P<said>.*)$"),
    re.compile(rf"^[\[【(（]?{_WHEN}[\]】)）]?\s{{1,4}}{_NAME}{_SAID}"),
    re.compile(rf"^[\[【(（]{_WHEN}[\]】)）]{_NAME}{_SAID}"),
    re.compile(rf"^{_NAME}\s{{0,4}}[\[【(（]{_WHEN}[\]】)）]{_SAID}"),
    re.compile(rf"^{_NAME}\s{{1,4}}{_WHEN}{_SAID}"),
)
_SEEN = 40
_PART = 0.6


def sniff_spoken(head: str) -> bool:
    """Most of the first lines are messages, and more than one; a notice with one line of a programme is no chat."""
    lines = [line for line in head.lstrip("\ufeff").splitlines()[:_SEEN] if line.strip()]
    told = sum(_found(line) is not None for line in lines)
    first = next((line for line in lines if _LINES[0].match(line)), None)
    return (told >= 2 and told >= _PART * len(lines)) or (first is not None and first in lines[:5])


def read_spoken(lines: Iterable[str]) -> Iterator[Message]:
    """Read one message a line; a line without a head goes on with the message above."""
    last: Message | None = None
    for number, line in enumerate(lines, 1):
        found = _found(line.lstrip("\ufeff").rstrip("\r\n"))
        if found is not None:
            if last is not None:
                yield last
            text = found["said"].strip()
            at = read_moment(found["when"].replace("：", ":"))
            last = Message(number, at, found["name"].strip(), text, kind_of(text))
        elif last is not None:
            last = Message(
                last.line, last.at, last.sender, f"{last.text}\n{line.rstrip()}".rstrip(), last.kind
            )
    if last is not None:
        yield last


def _found(line: str) -> re.Match[str] | None:
    return next((found for like in _LINES if (found := like.match(line))), None)
