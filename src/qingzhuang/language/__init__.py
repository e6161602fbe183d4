"""In which language the product speaks. Chinese stands in the source (decision 0003); another language is a catalogue
keyed by it: `en/*.po`, a file for each room and one for the core. Whoever serves people of several languages says by
`speak_through` how a message is put into the language of the person at hand; until then it is said as it stands."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from html import escape
from typing import Any

_say: Callable[[str], str] = str
_NAME = "轻装"
_kept: ContextVar[bool] = ContextVar("kept", default=False)


def speak_through(translate: Callable[[str], str]) -> None:
    """Let this function put messages into the language of whoever is served."""
    global _say  # noqa: PLW0603 - one process speaks through one function
    _say = translate


def gettext(message: str) -> str:
    """Return a message in the language of whoever is served now."""
    return str.__str__(message) if _kept.get() else _say(message)


@contextmanager
def in_source() -> Iterator[None]:
    """Say in Chinese, whoever is served: for what is kept or handed over, which everybody reads in the same words."""
    before = _kept.set(True)
    try:
        yield
    finally:
        _kept.reset(before)


def tongue() -> str:
    """Return a mark of the language spoken now, for what is remembered in words: the product's own name in it."""
    return gettext(_NAME)


def speaks_source() -> bool:
    """Tell whether Chinese is spoken now."""
    return tongue() == _NAME


def spoken() -> str:
    """What the language of whoever is served now calls itself: what keeps words keeps them for each language."""
    return gettext("中文")


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
