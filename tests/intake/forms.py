"""Forms as small tables in a test: rows of text, where `<` joins a cell to its left neighbour and `^` to the one above."""

from collections.abc import Sequence

from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Cell, Sheet, Validation

LEFT, ABOVE = "<", "^"


def sheet(
    rows: Sequence[Sequence[str]],
    *,
    name: str = "表",
    ruled: tuple[int, int] | None = None,
    strong: Sequence[int] = (),
    validations: tuple[Validation, ...] = (),
) -> Sheet:
    """Build a sheet. `ruled` are the first and last row with borders, `strong` the rows in bold type."""
    cells: dict[tuple[int, int], Cell] = {}
    width = max(len(row) for row in rows)
    for row, texts in enumerate(rows, 1):
        drawn = ruled is not None and ruled[0] <= row <= ruled[1]
        padded = [*texts, *[""] * (width - len(texts))]
        for column, text in enumerate(padded, 1):
            shown = "" if text in {LEFT, ABOVE} else text
            if shown or drawn:
                value: str | int | None = int(shown) if shown.isdigit() else shown or None
                cells[row, column] = Cell(row, column, shown, value, bordered=drawn, bold=row in strong)
    return Sheet(name, cells, merges=_merges(rows), validations=validations)


def _merges(rows: Sequence[Sequence[str]]) -> tuple[Area, ...]:
    found = []
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            if text in {LEFT, ABOVE}:
                continue
            right, bottom = column, row
            while right < len(texts) and texts[right] == LEFT:
                right += 1
            while bottom < len(rows) and len(rows[bottom]) >= column and rows[bottom][column - 1] == ABOVE:
                bottom += 1
            if (right, bottom) != (column, row):
                found.append(Area(row, column, bottom, right))
    return tuple(found)
