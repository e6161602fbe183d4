"""Paints a form as a spreadsheet, the same bytes each time."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter

from qingzhuang.demo.forms.compose import compose_sheet
from qingzhuang.demo.forms.drawing import Codes, Drawing, Ink, Look
from qingzhuang.demo.forms.extras import EXTRAS
from qingzhuang.demo.forms.spec import FormSpec, SheetSpec
from qingzhuang.demo.forms.styles import STYLES
from qingzhuang.model.place import column_letters

MADE_ON = datetime(2026, 10, 31, 9, 0)  # noqa: DTZ001  a property of the file without a zone
_CODES = "字典"
_A3, _A4, _FITS_A4 = 8, 9, 14
_WIDEST = 11
_WRAPPED = (Look.HEAD, Look.RED_HEAD, Look.LABEL)


def paint_xlsx(form: FormSpec) -> bytes:
    """Return the form as an .xlsx file."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": MADE_ON, "author": form.issuer})
    formats: dict[tuple[str, str], Any] = {}
    drawings = [compose_sheet(spec) for spec in form.sheets]
    sheets = [book.add_worksheet(spec.name) for spec in form.sheets]
    hidden = _hide_codes(book, drawings)
    for spec, drawing, sheet in zip(form.sheets, drawings, sheets, strict=True):
        _paint_sheet((book, sheet, formats), drawing, hidden)
        _set_up(sheet, spec, drawing)
        for name in spec.extras:
            EXTRAS[name](book, sheet, drawing)
    book.close()
    return stream.getvalue()


def _hide_codes(book: Any, drawings: list[Drawing]) -> Mapping[tuple[str, ...], str]:
    """Write hidden code lists to a sheet of their own, return their ranges."""
    lists = sorted({codes.words for drawing in drawings for codes in drawing.codes if codes.hidden})
    if not lists:
        return {}
    sheet = book.add_worksheet(_CODES)
    sheet.hide()
    for column, words in enumerate(lists):
        sheet.write_column(0, column, words)
    return {
        words: f"={_CODES}!${column_letters(column)}$1:${column_letters(column)}${len(words)}"
        for column, words in enumerate(lists, 1)
    }


def _paint_sheet(
    tools: tuple[Any, Any, dict[tuple[str, str], Any]],
    drawing: Drawing,
    hidden: Mapping[tuple[str, ...], str],
) -> None:
    book, sheet, formats = tools
    for ink in drawing.inks:
        _paint(sheet, ink, _format(book, formats, ink))
    for codes in drawing.codes:
        _validate(sheet, codes, hidden)


def _format(book: Any, formats: dict[tuple[str, str], Any], ink: Ink) -> Any:
    key = (ink.look.value, ink.number_format or "")
    if key not in formats:
        number = {"num_format": ink.number_format} if ink.number_format else {}
        formats[key] = book.add_format(STYLES[ink.look] | number)
    return formats[key]


def _paint(sheet: Any, ink: Ink, style: Any) -> None:
    area = ink.area
    if (area.top, area.left) != (area.bottom, area.right):
        sheet.merge_range(area.a1, "", style)
    if ink.formula:
        sheet.write_formula(area.top - 1, area.left - 1, ink.formula, style, 0)
    elif ink.text:
        sheet.write_string(area.top - 1, area.left - 1, ink.text, style)
    else:
        sheet.write_blank(area.top - 1, area.left - 1, None, style)


def _validate(sheet: Any, codes: Codes, hidden: Mapping[tuple[str, ...], str]) -> None:
    source = hidden[codes.words] if codes.hidden else list(codes.words)
    rule = {
        "validate": "list",
        "source": source,
        "error_title": "请从下拉框选",
        "error_message": "请从下拉框中选一个。",
    }
    sheet.data_validation(codes.area.a1, rule)


def _set_up(sheet: Any, spec: SheetSpec, drawing: Drawing) -> None:
    for row in range(1, drawing.row):
        sheet.set_row(row - 1, drawing.heights.get(row, _height(drawing, row)))
    if spec.left > 1:
        sheet.set_column(0, spec.left - 2, 2)
    for column in range(spec.left, spec.left + drawing.width):
        sheet.set_column(column - 1, column - 1, drawing.widths.get(column, _width(drawing, column)))
    sheet.set_paper(_A4 if spec.portrait or drawing.width <= _FITS_A4 else _A3)
    if not spec.portrait:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    if drawing.print_rows and drawing.print_rows[1] < drawing.row:
        sheet.repeat_rows(drawing.print_rows[0] - 1, drawing.print_rows[1] - 1)


def _height(drawing: Drawing, row: int) -> float:
    """Return a height for this row: headers with long words wrap."""
    heads = [ink for ink in drawing.inks if ink.area.top == ink.area.bottom == row and ink.look in _WRAPPED]
    return 36.0 if any(len(ink.text) > 5 for ink in heads) else 24.0


def _width(drawing: Drawing, column: int) -> float:
    """Return a width that fits the texts which stand in this column alone."""
    texts = [ink.text for ink in drawing.inks if ink.area.left == ink.area.right == column]
    longest = max((len(part) for text in texts for part in text.split("\n")), default=0)
    if any("号" in text and "序" not in text for text in texts if len(text) > 3):
        return 20.0
    return float(min(max(longest * 2 + 1, 6), _WIDEST))
