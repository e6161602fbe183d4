"""Reads .xls (BIFF 5 to 8, [MS-XLS]) through xlrd: cells, looks, merges, hidden parts. Formulas are not evaluated."""

import io
import struct
from functools import partial

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.sheet import Sheet as BiffSheet

from qingzhuang.intake.problems import locked
from qingzhuang.intake.readers.xls_cells import read_cells, words_in
from qingzhuang.intake.readers.xls_records import BookRecords, SheetRecords, read_records
from qingzhuang.intake.readers.xls_validations import read_validations
from qingzhuang.language import gettext as _
from qingzhuang.model.place import Area
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind, Sheet, Workbook
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits
from qingzhuang.ooxml.package import too_large

_BIFF8 = 80
_CHINESE = "gb18030"
_WESTERN = (None, 1252, 367)


def read(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """Return the sheets of a workbook. Raises ProblemError QZ-R006 or QZ-R012 (too large), QZ-R030 (broken) or
    QZ-R003 (protected by a password)."""
    if len(content) > limits.file_bytes:
        raise ProblemError(too_large(file, len(content)))
    try:
        return _read(file, content)
    except ProblemError:
        raise
    except XLRDError as error:
        raise ProblemError(locked(file) if "encrypted" in str(error) else _broken(file)) from error
    except (
        Exception
    ) as error:  # xlrd lets struct.error, IndexError, AssertionError … of damaged files through
        raise ProblemError(_broken(file)) from error


def _read(file: str, content: bytes) -> Workbook:
    book = _open(content)
    records = _records(content)
    return Workbook(file, FileKind.XLS, tuple(_sheet(file, book, sheet, records) for sheet in book.sheets()))


def _records(content: bytes) -> BookRecords:
    """What xlrd passes over is an extra: a file whose cells can be read is not refused for it."""
    try:
        return read_records(content)
    except (struct.error, IndexError, OSError):
        return BookRecords()


def _open(content: bytes) -> Book:
    book = _load(content, None)
    if book.biff_version < _BIFF8 and book.codepage in _WESTERN:
        # old Chinese programs wrote GBK bytes without saying so
        return _load(content, _CHINESE)
    return book


def _load(content: bytes, encoding: str | None) -> Book:
    return xlrd.open_workbook(
        file_contents=content,
        formatting_info=True,
        ragged_rows=True,
        encoding_override=encoding,
        logfile=io.StringIO(),
    )


def _sheet(file: str, book: Book, sheet: BiffSheet, records: BookRecords) -> Sheet:
    own = records.sheets.get(sheet.name, SheetRecords())
    cells = read_cells(file, book, sheet, own.formulas)
    last = max((row for row, _column in cells), default=0)
    return Sheet(
        sheet.name,
        cells,
        merges=tuple(area for area in map(_area, sheet.merged_cells) if area.top <= last),
        validations=read_validations(records, sheet.name, partial(words_in, book)),
        comments={(row + 1, column + 1): note.text for (row, column), note in sheet.cell_note_map.items()},
        hidden=sheet.visibility != 0,
        hidden_rows=frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden),
    )


def _area(bounds: tuple[int, int, int, int]) -> Area:
    """xlrd counts from 0 and leaves the upper bounds out."""
    top, bottom, left, right = bounds
    return Area(top + 1, left + 1, bottom, right)


def _broken(file: str) -> Problem:
    return Problem(
        "QZ-R030",
        file,
        _("这份 .xls 读不出来，多半是坏了或没传完。"),
        _("请用 WPS 或 Excel 打开后另存为 .xlsx；打不开就请发表单位重发。"),
    )
