"""Where rows of a sheet go when rows are put in, and how ranges that cover them grow."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.model.place import Area

LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True, order=True)
class Insert:
    """`count` copies of row `at` - 1 put in before row `at`; `first`..`last` are the list's rows. All numbered as in
    the template."""

    at: int
    count: int
    first: int
    last: int

    @property
    def model(self) -> int:
        """The row that is copied."""
        return self.at - 1

    @property
    def bare(self) -> bool:
        """Whether the list has no row of its own that could be copied: header and total touch."""
        return self.last < self.first


class RowMap:
    """The row numbers of one sheet before and after."""

    def __init__(self, inserts: Iterable[Insert] = ()) -> None:
        self.inserts = tuple(sorted(inserts))
        self._at = [insert.at for insert in self.inserts]
        self._shift = [0]
        for insert in self.inserts:
            self._shift.append(self._shift[-1] + insert.count)

    def __bool__(self) -> bool:
        return bool(self.inserts)

    def row(self, row: int) -> int:
        """The new number of a row."""
        return row + self._shift[bisect_right(self._at, row)]

    def span(self, top: int, bottom: int, *, grow: bool = True) -> tuple[int, int]:
        """The new bounds of a range of rows; with `grow` a range that ends on a copied row takes the copies in."""
        low, high = self.row(top), self.row(bottom)
        if grow:
            high += sum(insert.count for insert in self.inserts if insert.model == bottom and not insert.bare)
        return min(low, LAST_ROW), min(high, LAST_ROW)

    def area(self, area: Area, *, grow: bool = True) -> Area:
        """The new place of a rectangle."""
        top, bottom = self.span(area.top, area.bottom, grow=grow)
        return Area(top, area.left, bottom, area.right)

    def block(self, row: int) -> Insert | None:
        """The insertion whose list holds the row."""
        return next((insert for insert in self.inserts if insert.first <= row <= insert.last), None)
