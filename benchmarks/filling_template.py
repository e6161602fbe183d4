"""The templates of benchmarks/filling.py: a ledger with picture, chart, text box, validation, colour scale, sparklines,
print titles and a total, written by XlsxWriter; once with 100 blank rows, once with a single one."""

import io
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind

SHEET = "台账"
COLUMNS = ("户主姓名", "门牌号", "人口数（人）", "耕地面积（亩）", "补贴金额（元）", "备注")
TITLE, HEADER = 1, 3
Record = dict[str, str | int | float]


@dataclass
class Sample:
    """A template, the form it is, and the records of each copy. `marked` is the same with jinja marks."""

    content: bytes
    marked: bytes
    form: Form
    blank: int
    count: int
    first: int = HEADER + 1
    amount: int = 5
    computed: bool = False

    @property
    def cells(self) -> int:
        return self.count * len(COLUMNS)

    def records(self, copy: int) -> list[Record]:
        return [_record(copy, number) for number in range(self.count)]

    def reference(self, copy: int) -> bytes:
        """The same workbook written whole, with the values of one copy."""
        return write(self.count, self.records(copy), computed=self.computed)


def _record(copy: int, number: int) -> Record:
    values = (
        f"户主{copy}-{number}",
        f"柳湾{number}号",
        number % 7 + 1,
        number * 0.25,
        number * 10.5 + copy,
        "无",
    )
    return dict(zip(COLUMNS, values, strict=True))


def blank_list() -> Sample:
    return Sample(write(100, None), write(100, "marks"), _form(100), 100, 100)


def one_row_list() -> Sample:
    return Sample(write(1, None, computed=True), b"", _form(1), 1, 200, computed=True)


def _form(rows: int) -> Form:
    numeric = {2: ItemType.INTEGER, 3: ItemType.NUMBER, 4: ItemType.NUMBER}
    columns = tuple(
        Item((name,), Place(SHEET, HEADER, index + 1), type=numeric.get(index, ItemType.TEXT))
        for index, name in enumerate(COLUMNS)
    )
    last = HEADER + rows
    table = Table(
        SHEET,
        TableKind.LIST,
        header_rows=(HEADER, HEADER),
        columns=columns,
        data_start_row=HEADER + 1,
        data_end_row=last,
        total_rows=(last + 1,),
    )
    return Form("template.xlsx", FileKind.XLSX, None, (table,))


def write(rows: int, fill: "list[Record] | str | None", *, computed: bool = False) -> bytes:
    """Write the ledger: blank, with jinja marks, or with records; `computed` adds a column of formulas."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    edge = book.add_format({"border": 1})
    bold = book.add_format({"border": 1, "bold": True, "align": "center"})
    sheet.merge_range(0, 0, 0, 7, "补贴发放台账", bold)
    sheet.merge_range(1, 0, 1, 7, "填报单位：柳湾村", book.add_format({"italic": True}))
    sheet.write_row(HEADER - 1, 0, (*COLUMNS, "走势"), bold)
    for down in range(rows):
        _row(sheet, HEADER + down, _values(fill, down), edge)
        if computed:
            _each(sheet, HEADER + down, _values(fill, down), edge)
    _totals(sheet, HEADER + rows, rows, fill, bold)
    _furniture(book, sheet, rows)
    book.close()
    return buffer.getvalue()


def _values(fill: "list[Record] | str | None", down: int) -> list[Any]:
    if fill is None:
        return [None] * len(COLUMNS)
    if isinstance(fill, str):
        return [f"{{% xv rows[{down}][{right}] %}}" for right in range(len(COLUMNS))]
    return list(fill[down].values())


def _row(sheet: Any, row: int, values: list[Any], edge: Any) -> None:
    for right, value in enumerate(values):
        sheet.write(row, right, value, edge)
    sheet.write_blank(row, 6, None, edge)
    sheet.add_sparkline(row, 6, {"range": f"{SHEET}!C{row + 1}:E{row + 1}"})


def _each(sheet: Any, row: int, values: list[Any], edge: Any) -> None:
    """A column that the form computes itself."""
    people, amount = values[2], values[4]
    each = amount / people if isinstance(amount, float) else 0
    sheet.write_formula(row, 7, f"=IFERROR(E{row + 1}/C{row + 1},0)", edge, each)


def _totals(sheet: Any, row: int, rows: int, fill: object, bold: Any) -> None:
    sheet.write_row(row, 0, ("合计", "", None, None, None, "", "", ""), bold)
    for right, letter in ((2, "C"), (3, "D"), (4, "E")):
        total = sum(list(record.values())[right] for record in fill) if isinstance(fill, list) else 0
        sheet.write_formula(row, right, f"=SUM({letter}{HEADER + 1}:{letter}{HEADER + rows})", bold, total)


def _furniture(book: Any, sheet: Any, rows: int) -> None:
    first, last = HEADER, HEADER + rows - 1
    sheet.data_validation(first, 5, last, 5, {"validate": "list", "source": ["无", "低保", "五保"]})
    sheet.conditional_format(first, 4, last, 4, {"type": "3_color_scale"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"name": "补贴", "values": f"={SHEET}!$E${first + 1}:$E${last + 1}"})
    sheet.insert_chart(0, 9, chart)
    sheet.insert_image(18, 9, "seal.png", {"image_data": io.BytesIO(_picture())})
    sheet.insert_textbox(26, 9, "填表说明：按户填写。")
    sheet.repeat_rows(HEADER - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _picture() -> bytes:
    """A red square of 48 × 48 pixels as PNG."""
    lines = b"".join(b"\0" + b"\xc8\x20\x20" * 48 for _ in range(48))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 48, 48, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )
