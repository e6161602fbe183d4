"""References of a formula when rows are put in. Unlike a spreadsheet program, a range that ends on the copied row takes
the copies in: SUM(C5:C5) above a total becomes SUM(C5:C24)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.answer.writers.xlsx.formula.tokens import Token, tokens
from qingzhuang.answer.writers.xlsx.rowmap import Insert, RowMap
from qingzhuang.model.place import column_letters, column_number

_STILL = RowMap()
_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)")
_GATHERING = frozenset(
    (
        "SUM",
        "COUNT",
        "COUNTA",
        "AVERAGE",
        "MAX",
        "MIN",
        "PRODUCT",
        "SUBTOTAL",
        "COUNTIF",
        "SUMIF",
        "COUNTBLANK",
    )
)


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a formula stands: its sheet and, for a formula inside a list that grows, that list and how many rows
    further down than the one it was taken from it will stand."""

    sheet: str
    block: Insert | None = None
    down: int = 0


def move(formula: str, seat: Seat, maps: Mapping[str, RowMap], *, alone: bool = False) -> str:
    """Return the formula with its references where they belong after the insertions; `maps` by sheet name. `alone`: a
    reference to one cell grows like a range."""
    if not any(maps.values()) and not seat.down:
        return formula
    parts = tokens(formula)
    lone = _lone_arguments(formula)
    moved = (
        _moved(part, seat, maps, alone or index in lone)
        if part.kind in {"area", "rows"} and "[" not in part.sheet
        else part.text
        for index, part in enumerate(parts)
    )
    return "".join(moved)


def move_series(formula: str, sheet: str, maps: Mapping[str, RowMap]) -> str:
    """Move what a chart draws: the only row of a list stands for all the rows that are put there."""
    parts = tokens(formula)
    alone = len(parts) == 1 and parts[0].kind == "area" and ":" not in parts[0].body
    inserts = maps.get((parts[0].sheet or sheet).casefold(), _STILL).inserts if alone else ()
    row = _corner(parts[0].body).row if alone else 0
    only = any(insert.first == insert.last == row for insert in inserts)
    return move(formula, Seat(sheet), maps, alone=only)


@lru_cache(maxsize=4096)
def _lone_arguments(formula: str) -> frozenset[int]:
    """The indexes of single cells that are a whole argument of a function that gathers: SUM(C5)."""
    parts = tokens(formula)
    found: set[int] = set()
    calls: list[str] = []
    solid = [index for index, part in enumerate(parts) if part.kind != "space"]
    for before, index, after in zip(solid, solid[1:], solid[2:], strict=False):
        _follow_calls(calls, parts[before])
        alone = parts[before].kind == "function" or parts[before].text == ","
        if parts[index].kind == "area" and calls and calls[-1] in _GATHERING:
            found |= {index} if alone and parts[after].text in {",", ")"} else set()
    return frozenset(found)


def _follow_calls(calls: list[str], part: Token) -> None:
    if part.kind == "function":
        calls.append(part.body.upper())
    elif part.text == "(":
        calls.append("")
    elif part.text == ")" and calls:
        calls.pop()


def _moved(part: Token, seat: Seat, maps: Mapping[str, RowMap], lone: bool) -> str:
    own = not part.sheet or part.sheet.casefold() == seat.sheet.casefold()
    rowmap = maps.get((part.sheet or seat.sheet).casefold(), _STILL)
    head = part.text[: len(part.text) - len(part.body)]
    first, colon, last = part.body.partition(":")
    block = seat.block if own else None
    if part.kind == "rows":
        top, bottom = rowmap.span(int(first.strip("$")), int(last.strip("$")), grow=block is None)
        return f"{head}{_keep(first)}{top}:{_keep(last)}{bottom}"
    one, two = _corner(first), _corner(last or first)
    rows = _rows((one, two), block, seat.down, rowmap, grow=bool(colon) or lone)
    if not colon and rows[0] == rows[1]:
        return head + one.at(rows[0])
    return f"{head}{one.at(rows[0])}:{two.at(rows[1])}"


def _keep(row: str) -> str:
    return "$" if row.startswith("$") else ""


@dataclass(frozen=True, slots=True)
class _Corner:
    column: str
    fixed: bool
    row: int

    def at(self, row: int) -> str:
        return f"{self.column}{'$' if self.fixed else ''}{row}"


@lru_cache(maxsize=4096)
def _corner(text: str) -> _Corner:
    found = _CORNER.fullmatch(text)
    assert found is not None, text  # noqa: S101  # the tokenizer only yields such corners
    return _Corner(found[1] + found[2], bool(found[3]), int(found[4]))


def _rows(
    ends: tuple[_Corner, _Corner], block: Insert | None, down: int, rowmap: RowMap, *, grow: bool
) -> tuple[int, int]:
    one, two = ends
    if block is None:
        low, high = (one.row, two.row) if one.row <= two.row else (two.row, one.row)
        return rowmap.span(low, high, grow=grow)
    if one.fixed and two.fixed:
        return rowmap.span(one.row, two.row, grow=grow)
    return _follow(one, block, down, rowmap), _follow(two, block, down, rowmap)


def _follow(corner: _Corner, block: Insert, down: int, rowmap: RowMap) -> int:
    """The row that a formula in a list means: relative references go along with it, fixed ones and those below the
    list stay with their cell."""
    if corner.fixed or corner.row > block.last:
        return rowmap.row(corner.row)
    if down:
        return rowmap.row(block.first) + corner.row - block.first + down
    return rowmap.row(corner.row)


def translate(formula: str, down: int, right: int) -> str:
    """Return the formula as a program would when it is copied to another cell: relative references go along."""

    def text(part: Token) -> str:
        if part.kind != "area":
            return part.text
        head = part.text[: len(part.text) - len(part.body)]
        return head + ":".join(_carried(corner, down, right) for corner in part.body.split(":"))

    return "".join(text(part) for part in tokens(formula))


def _carried(text: str, down: int, right: int) -> str:
    corner = _corner(text)
    if not corner.column.startswith("$"):
        corner = _Corner(
            column_letters(column_number(corner.column.upper()) + right), corner.fixed, corner.row
        )
    return corner.at(corner.row if corner.fixed else corner.row + down)
