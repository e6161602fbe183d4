"""The texts of a sheet that only explains, row by row: a short word and the prose beside it are one text."""

from collections import defaultdict
from collections.abc import Iterator

from qingzhuang.intake.layout.text import is_sentence, squash
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Cell, Sheet

_TERM = 20


def explained(sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """Yield the texts with the places where they begin."""
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in sorted(sheet.cells.values(), key=lambda cell: (cell.row, cell.column)):
        if squash(cell.text) and cell.row not in sheet.hidden_rows:
            rows[cell.row].append(cell)
    for row, cells in rows.items():
        words = [cell.text.strip() for cell in cells if not squash(cell.text).isdigit()]
        for at, text in enumerate(words):
            place = Place(sheet.name, row, cells[at].column)
            if at and is_sentence(text) and len(words[at - 1]) <= _TERM and not is_sentence(words[at - 1]):
                yield f"{words[at - 1]}：{text}", place
            elif is_sentence(text):
                yield text, place
