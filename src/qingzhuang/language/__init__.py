"""In which language the product speaks. Chinese stands in the source (decision 0003); another language is a catalogue
keyed by it: `en/*.po`, a file for each room and one for the core. Whoever serves people of several languages says by
`speak_through` how a message is put into the language of the person at hand; until then it is said as it stands."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from html import escape
from typing import Any

_say: Callable[[str], str] = str
_NAME = "轻装"
_own: ContextVar[Callable[[str], str] | None] = ContextVar("own", default=None)


def speak_through(translate: Callable[[str], str]) -> None:
    """Let this function put messages into the language of whoever is served."""
    global _say  # noqa: PLW0603 - one process speaks through one function
    _say = translate


def gettext(message: str) -> str:
    """Return a message in the language of whoever is served now."""
    say = _own.get() or _say
    return say(message)


@contextmanager
def spoken_by(translate: Callable[[str], str]) -> Iterator[None]:
    """Let this function put messages into a language for a while, whoever is served."""
    before = _own.set(translate)
    try:
        yield
    finally:
        _own.reset(before)


@contextmanager
def in_source() -> Iterator[None]:
    """Say in Chinese, whoever is served: for what is kept or handed over, which everybody reads in the same words."""
    with spoken_by(str.__str__):
        yield


def tongue() -> str:
    """Return a mark of the language spoken now, for what is remembered in words: the product's own name in it."""
    return gettext(_NAME)


def speaks_source() -> bool:
    """Tell whether Chinese is spoken now."""
    return tongue() == _NAME


class _Later(str):
    """A message that a module names when it is loaded and that is put into a language each time it is said.

    It is its Chinese words wherever strings are compared, looked up or joined, and is translated where it is printed,
    formatted, added to another string or put on a page."""

    __slots__ = ()

    def __str__(self) -> str:
        return gettext(super().__str__())

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __html__(self) -> str:
        return escape(str(self))

    def __add__(self, other: str) -> str:
        return str(self) + str(other)

    def __mod__(self, filled: Any) -> str:
        said: str = str(self) % filled
        return said

    def __radd__(self, other: str) -> str:
        return str(other) + str(self)

    def format(self, *args: Any, **named: Any) -> str:
        """Fill the places of the message in the language of whoever is served now."""
        return str(self).format(*args, **named)


def later(message: str) -> str:
    """Name a message now that is said in a language later."""
    return _Later(message)


def anew(kept: str, *filled: str) -> str:
    """Say in the language of whoever is served what was kept in Chinese: messages one after another, or one of those
    whose places were `filled`. What is not known stays as it is."""
    if speaks_source():
        return kept
    for each in filled:
        if found := re.fullmatch(_pattern(each), kept):
            return each.format(**found.groupdict())
    for end in (at for at in range(len(kept), 0, -1) if kept[at - 1] == "。"):
        said = gettext(kept[:end])
        if said != kept[:end]:
            return said + anew(kept[end:])
    return kept


def _pattern(message: str) -> str:
    parts = re.split(r"\{(\w+)\}", message)
    return "".join(f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
