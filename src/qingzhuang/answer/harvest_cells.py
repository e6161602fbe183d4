"""What stands in the cells of a filled table: merged areas, split boxes, text after a colon; which rows are records."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.model import id_number
from qingzhuang.model.form import Entry, Item, Table
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Cell, Scalar, Sheet

_NOT_RECORDS = re.compile(
    r"^(?:合计|总计|小计|累计|共计|填表|填报|制表|审核|负责人|经办|联系人[:：]|说明|备注[:：]|注[:：意]|示例|样例|例[:：)）]|例如|必填|选填|填写|单位负责)"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet with its merged areas unrolled."""

    sheet: Sheet
    covered: dict[tuple[int, int], tuple[int, int]]

    @classmethod
    def of(cls, sheet: Sheet) -> "Grid":
        """Unroll the merges that lie where cells are."""
        last = max((row for row, _ in sheet.cells), default=0)
        covered = {
            (row, column): (area.top, area.left)
            for area in sheet.merges
            for row in range(area.top, min(area.bottom, last) + 1)
            for column in range(area.left, min(area.right, area.left + 255) + 1)
        }
        return cls(sheet, covered)

    @property
    def last_row(self) -> int:
        """The last row that holds text."""
        return max((row for (row, _), cell in self.sheet.cells.items() if cell.text.strip()), default=0)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell that shows at a place, a merged area's wherever it reaches."""
        return self.sheet.cells.get(self.covered.get((row, column), (row, column)))

    def content(self, item: Item, place: Place) -> tuple[Scalar, str]:
        """Return the stored value and the text of an item's answer."""
        if item.boxes and place == item.place:
            text = "".join(self._text(each) for each in item.boxes)
            return text, text
        if item.entry is Entry.INLINE:
            text = _after_label(self._text(place), item.label)
            return text, text
        cell = self.cell(place.row, place.column)
        return (None, "") if cell is None else (cell.text if cell.value is None else cell.value, cell.text)

    def _text(self, place: Place) -> str:
        cell = self.cell(place.row, place.column)
        return cell.text.strip() if cell else ""


def record_rows(table: Table, grid: Grid, numbers: Sequence[int], until: int) -> Iterator[int]:
    """Yield the rows of a list that hold a record: no totals, footers, hints or examples. Where a sparse row makes the
    list seem to end, rows below it with an ID number (columns `numbers`) still are records, down to row `until`."""
    if table.data_start_row is None:
        return
    end = table.data_end_row or grid.last_row
    for row in range(table.data_start_row, min(max(end, until), grid.last_row) + 1):
        inside = row <= end and row not in table.total_rows and row not in table.footer_rows
        if (inside or _is_numbered(grid, row, numbers)) and not _is_other(table, grid, row):
            yield row


def until_next(table: Table, tables: Iterable[Table], last: int) -> int:
    """Return the row above the next list of the sheet, `last` where there is none; a list may go on under the header of the first."""
    starts = (
        row
        for each in tables
        if each.sheet == table.sheet and each is not table
        for row in ((each.header_rows or (0,))[0], each.data_start_row or 0)
    )
    own = table.data_start_row or last
    return min((row for row in starts if row > own), default=last + 1) - 1


def _is_numbered(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    cells = (grid.cell(row, column) for column in columns)
    return any(cell is not None and cell.row == row and id_number.parse(cell.text) for cell in cells)


def _is_other(table: Table, grid: Grid, row: int) -> bool:
    texts = (grid.cell(row, item.place.column) for item in table.columns)
    first = next((cell.text for cell in texts if cell is not None and cell.text.strip()), "")
    return bool(_NOT_RECORDS.match("".join(first.split()).lstrip("(（")))


def _after_label(text: str, label: str) -> str:
    spaced = r"\s*".join(map(re.escape, "".join(label.split())))
    found = re.search(rf"{spaced}\s*[:：]\s*(.*?)(?=\s+[^\s:：]{{1,12}}\s*[:：]|$)", text, re.DOTALL)
    return found[1].strip().strip("_ ") if found else ""
