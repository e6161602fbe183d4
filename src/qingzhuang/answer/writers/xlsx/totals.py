"""Totals that a form leaves to the hand: a 合计 row with blank cells under columns of counts and amounts."""

import math
import re
from collections.abc import Iterable, Sequence

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.lists import Allocation
from qingzhuang.answer.writers.xlsx.values import Write
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item, ItemType, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.ooxml.workbook import SheetPart

_UNITS = frozenset(
    [
        "人",
        "户",
        "元",
        "万元",
        "亿元",
        "亩",
        "公顷",
        "平方米",
        "斤",
        "公斤",
        "千克",
        "吨",
        "头",
        "只",
        "羽",
        "个",
        "件",
        "次",
        "人次",
        "户次",
        "棵",
        "株",
        "台",
        "辆",
        "份",
        "场",
        "小时",
    ]
)
_AMOUNTS = re.compile(
    r"(?:数|数量|金额|总额|面积|合计|小计|人次|产量|款|费|费用|补贴|补助|收入|支出)(?:[（(][^）)]*[）)])?"
)
_PLACE = re.compile(r"(?:村|社区|居委会|镇|乡|街道|县|区|市)$")
_NO_COUNTS = re.compile(
    r"年龄$|序号|编号|电话|手机|号码|代码|编码|率|比|单价|均|排名|得分|分数|年份|期数|指数"
)
_NO_AMOUNTS = re.compile(
    r"年龄|序号|编号|电话|手机|号码|代码|编码|率|比例|占比|单价|人均|平均|均价|岁|排名|得分|分数|年份|期数|楼层|指数"
)


def sum_up(book: Book, sheet: SheetPart, edit: SheetEdit, allocation: Allocation) -> Problem | None:
    """Write the sums of the given values into blank cells of the list's one total row. Only where a column surely
    counts something that adds up, and only when every row has a number. Returns the note that says so."""
    table = allocation.table
    within = range(allocation.first, allocation.last + 1)
    if len(table.total_rows) != 1 or table.total_rows[0] in within or allocation.held:
        return None
    return _write(
        book, sheet, edit, table, allocation.records, [each for each in table.columns if adds_up(each)]
    )


def sum_up_places(
    book: Book, sheet: SheetPart, edit: SheetEdit, table: Table, records: Sequence[RowAnswer]
) -> Problem | None:
    """Write the sums of a matrix whose other rows are villages or towns into its one blank total row: places share
    nobody, so what is counted in each adds up. Only when every place has a whole number."""
    rows = [stub for stub in table.stubs if stub.row not in table.total_rows]
    given = {record.stub.row for record in records if record.stub is not None}
    places = all(_PLACE.search(stub.labels[-1]) for stub in rows)
    if len(table.total_rows) != 1 or len(rows) < 2 or not places or given != {stub.row for stub in rows}:
        return None
    heads = set(table.stub_columns)
    counts = [
        each
        for index, each in enumerate(table.columns)
        if each.place.column not in heads and (adds_up(each) or _counts(each, index, records))
    ]
    return _write(book, sheet, edit, table, records, counts)


def _counts(item: Item, index: int, records: Sequence[RowAnswer]) -> bool:
    whole = all(isinstance(record.values.get(index), int) for record in records)
    return whole and not item.formula and not _NO_COUNTS.search(item.label)


def _write(
    book: Book,
    sheet: SheetPart,
    edit: SheetEdit,
    table: Table,
    records: Sequence[RowAnswer],
    columns: Sequence[Item],
) -> Problem | None:
    row = table.total_rows[0]
    filled = []
    for item in columns:
        total = total_of(records, table.columns.index(item))
        slot = book.slot(sheet, row, item.place.column)
        blank = not slot.formula and not book.text(edit.xml.cell(slot.row, slot.column)).strip()
        if total is not None and blank and (slot.row, slot.column) == (row, item.place.column):
            edit.write(edit.rowmap.row(row), slot.column, Write(total, slot.style))
            filled.append(item.key)
    return summed(Place(sheet.name, edit.rowmap.row(row), 1), filled) if filled else None


def adds_up(item: Item) -> bool:
    """Tell whether a column surely counts something that adds up."""
    if item.formula or item.type not in {ItemType.INTEGER, ItemType.NUMBER, ItemType.TEXT}:
        return False
    if any(_NO_AMOUNTS.search(level) for level in item.path) or "%" in (item.unit or ""):
        return False
    return (item.unit or "") in _UNITS or _AMOUNTS.search(item.label) is not None


def total_of(records: Iterable[RowAnswer], index: int) -> float | int | None:
    """The sum of a column; None when a row has no number there: what is not known may not be counted as none."""
    values = [record.values.get(index) for record in records]
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if not numbers or len(numbers) != len(values):
        return None
    total = math.fsum(numbers)
    return int(total) if total.is_integer() else round(total, 10)


def summed(where: Place, keys: Sequence[str]) -> Problem:
    """The note that names the columns whose blank totals were filled."""
    return Problem(
        "QZ-F009",
        str(where),
        _("合计行原来空着，已按各行加总：{keys}。").format(keys="、".join(keys)),
        _("请核对一眼；不该合计的可以删掉。"),
        Severity.NOTE,
    )
