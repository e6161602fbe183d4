"""Writes a roll as a spreadsheet, the same bytes each time."""

import io
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from qingzhuang.demo.forms.drawing import Look
from qingzhuang.demo.forms.paint_xlsx import MADE_ON
from qingzhuang.demo.forms.styles import STYLES
from qingzhuang.demo.sources.roll import Roll, Value

_NARROW, _WIDE = 10, 22


def write_roll(roll: Roll) -> bytes:
    """Return the roll as an .xlsx file."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": MADE_ON})
    sheet = book.add_worksheet("Sheet1")
    row = _write_title(book, sheet, roll)
    sheet.write_row(row, 0, roll.headers, book.add_format(STYLES[Look.HEAD]))
    sheet.freeze_panes(row + 1, 0)
    _write_rows(book, sheet, roll, row + 1)
    if roll.foot:
        sheet.write_string(row + 1 + len(roll.rows), 0, roll.foot)
    _set_widths(sheet, roll)
    book.close()
    return stream.getvalue()


def _write_title(book: Any, sheet: Any, roll: Roll) -> int:
    """Write the title if there is one, return the header's row (from 0)."""
    if roll.title is None:
        return 0
    sheet.merge_range(0, 0, 0, len(roll.headers) - 1, roll.title, book.add_format(STYLES[Look.TITLE]))
    return 1


def _write_rows(book: Any, sheet: Any, roll: Roll, top: int) -> None:
    plain = book.add_format({"border": 1})
    dated = book.add_format({"border": 1, "num_format": "yyyy-mm-dd"})
    for row, values in enumerate(roll.rows, top):
        for column, value in enumerate(values):
            if isinstance(value, date) and roll.dates == "real":
                sheet.write_datetime(row, column, datetime.combine(value, time()), dated)
            elif value is not None:
                _write_value(sheet, (row, column), value, roll.dates, plain)


def _write_value(sheet: Any, at: tuple[int, int], value: Value, dates: str, style: Any) -> None:
    if isinstance(value, date):
        value = f"{value.year}.{value.month}.{value.day}" if dates == "dotted" else f"{value:%Y%m%d}"
    if isinstance(value, str):
        sheet.write_string(*at, value, style)
    else:
        sheet.write_number(*at, value, style)


def _set_widths(sheet: Any, roll: Roll) -> None:
    for column, header in enumerate(roll.headers):
        wide = any(word in header for word in ("号", "址", "代码", "内容"))
        sheet.set_column(column, column, _WIDE if wide else _NARROW)
