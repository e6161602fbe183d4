"""References to the columns of a table by name (物资表[数量], [@单价]; ECMA-376 part 1, 18.17.2.3) as plain areas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.model.place import Area, column_letters

_REFERENCE = re.compile(
    r"""(?P<string>"(?:[^"]|"")*")|(?P<table>[^\W\d][\w.\\]*)?\[(?P<inside>(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*)\]"""
)
_INSIDE = re.compile(
    r"(?P<row>@|\[\#This\ Row\]\s*,\s*)?(?:\[\#Data\]\s*,\s*)?"
    r"(?:(?P<plain>[^\[\]@\#:]+)|\[(?P<first>[^\[\]@\#]+)\](?:\s*:\s*\[(?P<last>[^\[\]@\#]+)\])?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table (Excel's, 18.5.1.2): its names in small letters, the sheet, the whole area and that of its records."""

    names: frozenset[str]
    sheet: str
    area: Area
    data: Area
    columns: tuple[str, ...]


def spelt_out(formula: str, tables: Sequence[NamedTable], sheet: str, row: int, column: int) -> str:
    """Return a formula of a cell with named columns as areas; what is not understood is left as it stands."""
    if "[" not in formula or not tables:
        return formula

    def put(found: "re.Match[str]") -> str:
        inside = None if found["string"] is not None else _INSIDE.fullmatch(found["inside"])
        table = _table(found["table"], tables, sheet, row, column)
        return found[0] if inside is None or table is None else _area(table, inside, row) or found[0]

    return _REFERENCE.sub(put, formula)


def _table(
    name: str | None, tables: Sequence[NamedTable], sheet: str, row: int, column: int
) -> NamedTable | None:
    """The table of that name; without a name the one around the cell."""
    if name is not None:
        return next((each for each in tables if name.casefold() in each.names), None)
    return next((each for each in tables if each.sheet == sheet and _holds(each.area, row, column)), None)


def _holds(area: Area, row: int, column: int) -> bool:
    return area.top <= row <= area.bottom and area.left <= column <= area.right


def _area(table: NamedTable, inside: "re.Match[str]", row: int) -> str | None:
    first = inside["plain"] or inside["first"]
    places = [_place(table, name) for name in (first, inside["last"] or first)]
    if None in places:
        return None
    left, right = (column_letters(table.data.left + place) for place in places if place is not None)
    top, bottom = (row, row) if inside["row"] else (table.data.top, table.data.bottom)
    quoted = table.sheet.replace("'", "''")
    return f"'{quoted}'!${left}${top}:${right}${bottom}"


def _place(table: NamedTable, name: str) -> int | None:
    """Which column of the table has the name; signs of the notation stand behind an apostrophe."""
    bare = re.sub(r"'(.)", r"\1", name).strip().casefold()
    return table.columns.index(bare) if bare in table.columns else None
