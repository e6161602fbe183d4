"""Records whose values all go into their cells as they are: looked at, kept and spelt a whole row at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from qingzhuang.answer.writers.xlsx.values import LONGEST_TEXT, SPECIAL, Write
from qingzhuang.model.sheet import Scalar

_LARGE = 1e15  # beyond it programs round
_NUMBERS = (int, float)
Given = tuple[Scalar, ...]
Kinds = tuple[type, ...]


class Shape:
    """How the values of a record lie in a row, given the column and the type of each: `columns` in order, `at` the
    position of each. One object serves all rows of that shape."""

    def __init__(self, columns: Sequence[int], kinds: Kinds) -> None:
        there = sorted(
            (column, index) for index, column in enumerate(columns) if kinds[index] is not type(None)
        )
        self.columns = tuple(column for column, _index in there)
        self.at = {column: position for position, column in enumerate(self.columns)}
        self.texts = [at for at, (_column, index) in enumerate(there) if kinds[index] is str]
        self._numbers = [at for at, (_column, index) in enumerate(there) if kinds[index] in _NUMBERS]
        self._words = itemgetter(*self.texts) if self.texts else None
        self._pick = _picker([index for _column, index in there], len(kinds))

    def values(self, given: Given) -> Given | None:
        """The values in order of their columns, blanks left out; None when one of them needs a second thought."""
        values = given if self._pick is None else self._pick(given)
        if self._words is not None:
            text = "".join(self._words(values))
            if len(text) > LONGEST_TEXT or not text.isprintable() or SPECIAL(text) or "" in values:
                return None
        for at in self._numbers:
            if not -_LARGE < values[at] < _LARGE:  # type: ignore[operator]
                return None
        return values


def _picker(order: list[int], count: int) -> Callable[[Given], Given] | None:
    if order == list(range(count)):
        return None
    if len(order) > 1:
        return itemgetter(*order)
    return lambda given: tuple(given[index] for index in order)


@dataclass(slots=True, eq=False)
class Pattern:
    """A row of the template as a record of one shape fills it: the style of each column, the columns where a number shows
    as a date, and, once it was asked for, the row's XML with a %s for each value."""

    styles: Mapping[int, str]
    dated: tuple[int, ...]
    text: str = ""


class PlainRow(Mapping[int, Write]):
    """The writes of one row."""

    __slots__ = ("pattern", "shape", "values_")

    def __init__(self, shape: Shape, pattern: Pattern, values: Given) -> None:
        self.shape, self.pattern, self.values_ = shape, pattern, values

    def __getitem__(self, column: int) -> Write:
        return Write(self.values_[self.shape.at[column]], self.pattern.styles[column])

    def __iter__(self) -> Iterator[int]:
        return iter(self.shape.columns)

    def __len__(self) -> int:
        return len(self.values_)

    def __contains__(self, column: object) -> bool:
        return column in self.shape.at

    def spelt(self) -> bytes:
        """The row's XML, when its pattern has one."""
        return (self.pattern.text % self.values_).encode()


@dataclass(slots=True)
class Plain:
    """What is known of records with the same keys and types in one list: their shape, None when they never are plain,
    and the pattern of each row; None where a row needs more care."""

    shape: Shape | None
    patterns: dict[tuple[int, int], Pattern | None] = field(default_factory=dict)


def written_columns(writes: Mapping[int, Write]) -> tuple[int, ...]:
    """The columns of a row's writes that are not blank."""
    if type(writes) is PlainRow:
        return writes.shape.columns
    return tuple([column for column, write in writes.items() if write.value is not None])
