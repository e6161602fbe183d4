"""Deadlines as a calendar (RFC 5545) that telephones and office programs follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_LONGEST = 75  # bytes of a line, the break not counted
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline: `uid` stays the same for one thing, `changed` is when it was last set, `url` where more is told."""

    uid: str
    what: str
    more: str
    at: datetime
    changed: datetime
    url: str = ""


def calendar(name: str, deadlines: Iterable[Deadline]) -> bytes:
    """Return a calendar of deadlines."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Qingzhuang//Deadlines//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        *(line for each in deadlines for line in _event(each)),
        "END:VCALENDAR",
    ]
    return b"".join(piece + b"\r\n" for line in lines for piece in _folded(line))


def _event(each: Deadline) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{_moment(each.changed)}"
    yield f"DTSTART:{_moment(each.at)}"
    yield f"SUMMARY:{_text(each.what)}"
    yield f"DESCRIPTION:{_text(each.more)}"
    if each.url:
        yield f"URL:{each.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    return words.translate(_ESCAPED)


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 bytes; no character is cut, each further piece begins with a space."""
    piece = b""
    for sign in line:
        letter = sign.encode()
        if len(piece) + len(letter) > _LONGEST:
            yield piece
            piece = b" "
        piece += letter
    yield piece
