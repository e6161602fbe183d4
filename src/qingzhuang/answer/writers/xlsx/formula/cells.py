"""The formula of a cell of the filled sheet: shared ones spelt out, references moved."""

from collections.abc import Mapping

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.formula.move import Seat, move, translate
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.scan import CellXml, Line, SheetXml


def formula_text(edit: SheetEdit, line: Line, cell: CellXml, maps: Mapping[str, RowMap]) -> str:
    """Return the formula that the cell has on that line after the fill, without a leading =."""
    key = (line.number, cell.column)
    if key not in edit.texts:
        edit.texts[key] = _text(edit, line, cell, maps)
    return edit.texts[key]


def _text(edit: SheetEdit, line: Line, cell: CellXml, maps: Mapping[str, RowMap]) -> str:
    text = own_text(edit.xml, line.source, cell)
    if not any(maps.values()):
        return text
    block = edit.rowmap.block(line.source)
    down = line.down
    if block is not None and block.at == line.source and not down:
        model = edit.xml.cell(block.model, cell.column)
        if model is not None and model.formula is not None:
            above = own_text(edit.xml, block.model, model)
            if translate(above, 1, 0) == text:
                text, down = above, block.count + 1
    return move(text, Seat(edit.name, block, down), maps)


def own_text(xml: SheetXml, row: int, cell: CellXml) -> str:
    """Return the cell's formula in the template; a follower of a shared formula is spelt out from its master."""
    formula = cell.formula
    if formula is None:
        return ""
    if formula.kind != "shared" or formula.text:
        return formula.text
    row_of_master, column, text = xml.masters.get(formula.group, (row, cell.column, ""))
    return translate(text, row - row_of_master, cell.column - column)
