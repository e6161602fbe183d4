"""The answers that stand in a filled form, table by table and row by row."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from qingzhuang.answer.harvest_cells import Grid, record_rows
from qingzhuang.answer.values import BLANK
from qingzhuang.model.form import Entry, Item, ItemType, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Scalar

_PLAIN = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_MINUS = re.compile(r"^(?:[\u2010-\u2015\u2212\uff0d]|负)\s*(?=[\d.])")
_ERRORS = frozenset(("#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
NO_SUM = re.compile(
    r"率|比|均|单价|价格|标准|年龄|岁|排名|得分|分数|编号|代码|编码|电话|号码|序号|指数|%|年份"
)
"""What does not add up: rates, prices, ages, numbers that name something."""
_NONE_SAID = BLANK | {"无", "没有", "/", "免费", "暂无"}
_BOX = re.compile(r"[□☐☑☒■√✓✔]|\[[ xX√✓]?\]")
_TICKED = re.compile(r"(?:[☑☒■√✓✔]|\[[xX√✓]\])\s*([^\s□☐☑☒■√✓✔()（）\[\]]+)")
_EXACT = Decimal(10**15)  # what a spreadsheet keeps of a number
_DIGITS = 9  # beyond them a computed fraction is noise


@dataclass(frozen=True, slots=True)
class Found:
    """One answer cell: its item, its place, what is stored, what is shown, whether a formula stands in it."""

    item: Item
    place: Place
    value: Scalar
    text: str
    formula: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands there."""
        return not self.text and self.value in (None, "")

    @property
    def unsaid(self) -> bool:
        """Tell whether nothing stands there, or a word or stroke for nothing, or boxes of which none is ticked."""
        if self.item.entry is Entry.CHOICE and _BOX.search(self.text) and not self.ticked:
            return True
        return self.blank or (not self.broken and unicodedata.normalize("NFKC", self.text) in _NONE_SAID)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The words whose boxes are ticked."""
        return tuple(_TICKED.findall(self.text))

    @property
    def broken(self) -> bool:
        """Tell whether a spreadsheet's error stands there."""
        return self.text in _ERRORS

    @property
    def number(self) -> Decimal | None:
        """The number that stands there; None for a blank and for words."""
        if isinstance(self.value, bool):
            return None
        if isinstance(self.value, int | float):
            return _decimal(str(self.value))
        return plain_decimal(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list or matrix; `total` marks a row of sums, `name` is what its stub calls it."""

    row: int
    cells: Mapping[Item, Found]
    total: bool = False
    name: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """Tell whether anything was answered in it."""
        return any(
            not found.unsaid and not found.formula and item.type is not ItemType.ROW_NUMBER
            for item, found in self.cells.items()
        )


@dataclass(frozen=True)
class Sheaf:
    """One table of a filled form on its sheet. `until` is the last row before the next table."""

    table: Table
    grid: Grid
    until: int = 0

    @cached_property
    def inputs(self) -> tuple[Found, ...]:
        """The labelled fields."""
        return tuple(self._found(item, item.place) for item in self.table.inputs)

    @cached_property
    def records(self) -> tuple[Line, ...]:
        """The rows that hold an answer, without totals."""
        return tuple(line for line in self._lines() if line.filled)

    @cached_property
    def totals(self) -> tuple[Line, ...]:
        """The rows of sums."""
        stubs = {stub.row: stub.labels for stub in self.table.stubs}
        return tuple(self._line(row, stubs.get(row, ()), total=True) for row in self.table.total_rows)

    @cached_property
    def stubbed(self) -> tuple[tuple[Stub, Line], ...]:
        """The rows of a matrix with their stubs, totals too."""
        totals = self.table.total_rows
        return tuple(
            (each, self._line(each.row, each.labels, total=each.row in totals)) for each in self.table.stubs
        )

    @property
    def asked(self) -> Sequence[Item]:
        """The columns that are answered: without stubs and running numbers."""
        heads = set(self.table.stub_columns)
        return [
            each
            for each in self.table.columns
            if each.place.column not in heads and each.type is not ItemType.ROW_NUMBER
        ]

    def _lines(self) -> Iterator[Line]:
        if self.table.kind is TableKind.MATRIX or self.table.stubs:
            for stub in self.table.stubs:
                if stub.row not in self.table.total_rows:
                    yield self._line(stub.row, stub.labels)
            return
        numbers = [item.place.column for item in self.table.columns if item.type is ItemType.ID_NUMBER]
        for row in record_rows(self.table, self.grid, numbers, self.until):
            yield self._line(row)

    def _line(self, row: int, name: tuple[str, ...] = (), *, total: bool = False) -> Line:
        places = ((item, Place(self.table.sheet, row, item.place.column)) for item in self.asked)
        return Line(row, {item: self._found(item, place) for item, place in places}, total, name)

    def _found(self, item: Item, place: Place) -> Found:
        value, text = self.grid.content(item, place)
        cell = self.grid.cell(place.row, place.column)
        formula = cell is not None and cell.formula is not None
        return Found(item, place, value, text.strip(), formula)


def signed(text: str) -> str:
    """Return a text half-width, whatever stands for its minus sign (−3, –3, 负3) as a hyphen."""
    return _MINUS.sub("-", unicodedata.normalize("NFKC", text).strip())


def plain_decimal(text: str) -> Decimal | None:
    """Return the number that a text is: 1,200, １２, 3.5%, −3; None when it is anything else."""
    plain = signed(text).replace("，", ",")
    if not _PLAIN.fullmatch(plain):
        return None
    number = _decimal(plain.rstrip("%").replace(",", ""))
    return number / 100 if number is not None and plain.endswith("%") else number


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) >= _EXACT:
        return None
    return round(number, _DIGITS)


def shown(number: Decimal) -> str:
    """Return a number as people write it."""
    return f"{number.normalize():f}"
