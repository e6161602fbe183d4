"""Tip-offs listed in a spreadsheet: each row is one, with its headers as the fields of a small form."""

from collections.abc import Iterator

from qingzhuang.answer.harvest_cells import Grid, record_rows
from qingzhuang.model.form import Form
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Workbook


def clue_rows(form: Form, book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of each row that says anything; none for a file without a list."""
    grids = {sheet.name: Grid.of(sheet) for sheet in book.sheets}
    for table in form.tables:
        grid = grids.get(table.sheet)
        if not table.columns or grid is None:
            continue
        for number in record_rows(table, grid, [], grid.last_row + 1):
            cells = [
                (item.label, grid.content(item, Place(table.sheet, number, item.place.column))[1].strip())
                for item in table.columns
            ]
            text = "\n".join(f"{label}：{said}" for label, said in cells if said)
            if text:
                yield f"{table.sheet}!{number}", text
