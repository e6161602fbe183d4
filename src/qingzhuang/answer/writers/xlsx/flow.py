"""Records that are written as they come: of a list with a hundred thousand rows no more than one is held at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.writers.xlsx.lists import Target
from qingzhuang.answer.writers.xlsx.plain import written_columns
from qingzhuang.answer.writers.xlsx.values import UNKNOWN, Write


class UnknownRow(Mapping[int, Write]):
    """The writes of a row whose record has not come yet: something will stand in each of the list's columns."""

    def __init__(self, columns: tuple[int, ...]) -> None:
        self.columns = columns
        self._known = frozenset(columns)

    def __getitem__(self, column: int) -> Write:
        if column not in self._known:
            raise KeyError(column)
        return Write(UNKNOWN)

    def __iter__(self) -> Iterator[int]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def __contains__(self, column: object) -> bool:
        return column in self._known


@dataclass(slots=True)
class Flow:
    """The records still to come with the rows that they are for, top to bottom; `put` makes writes of one. `cells`
    counts what was written so far."""

    targets: Iterator[Target]
    records: Iterator[RowAnswer]
    put: Callable[[int, int, RowAnswer], Mapping[int, Write]]
    cells: int = 0

    def take(self) -> Mapping[int, Write]:
        """Return the writes of the next row; none when there are fewer records than were announced."""
        source, row, _none = next(self.targets)
        record = next(self.records, None)
        if record is None:
            return {}
        writes = self.put(source, row, record)
        self.cells += len(written_columns(writes))
        return writes
