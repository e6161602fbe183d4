"""What something does to the ledger, line by line: a sheet that is put in, or taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.web.ledger.shown import name_of, tail_of, value_words

MOST = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One consequence, and the number of the subject to look at (0: none)."""

    words: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of consequence: a sentence, the first lines, how many more."""

    title: str
    lines: tuple[Line, ...]
    more: int


class About:
    """A line that leads to whom it is about."""

    def __init__(self, numbers: Mapping[Subject, int]) -> None:
        self._numbers = numbers

    def __call__(self, subject: Subject, words: str) -> Line:
        """The line about somebody."""
        return Line(words, self._numbers.get(subject, 0))


def part(title: str, lines: Sequence[Line]) -> Part:
    """One kind of consequence, cut to what a page can show."""
    return Part(title, tuple(lines[:MOST]), max(0, len(lines) - MOST))


def told_value(subject: Subject, key: str, values: Sequence[Scalar]) -> str:
    """Values of an element with its name."""
    return named(key, told_values(subject, key, values))


def named(key: str, words: str) -> str:
    """Words about an element behind its name."""
    return _("{name}：{value}").format(name=element(key).name, value=words)


def told_values(subject: Subject, key: str, values: Sequence[Scalar]) -> str:
    """Values as the page shows them; none is an empty cell."""
    return _("、").join(value_words(each, subject, key) for each in values) or _("（空）")


def whom(subject: Subject) -> str:
    """Somebody with what tells them from their namesakes."""
    tail = tail_of(subject)
    return _("{name}（{tail}）").format(name=name_of(subject), tail=tail) if tail else name_of(subject)
