"""Reads .csv, .tsv and whatever else is fields between delimiters: one sheet of texts, nothing guessed into a number."""

import re

from qingzhuang.intake.decode import decode
from qingzhuang.intake.delimited import DELIMITERS, delimiter_of, records
from qingzhuang.intake.problems import too_many_cells
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits
from qingzhuang.ooxml.package import too_large

SHEET = "表"
_LOOKED_AT = 1 << 16
_AS_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_ROUNDED = re.compile(r"^\d\.\d+E\+1[0-9]$")  # what a spreadsheet leaves of a number of 11 digits and more


def read(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """Return the records as a sheet, blank lines counted as rows; a value is its text. QZ-R049 stands on the workbook where
    long numbers were rounded by the program that wrote the file. Raises ProblemError QZ-R006 or QZ-R012 (too large)."""
    if len(content) > limits.file_bytes:
        raise ProblemError(too_large(file, len(content)))
    text = decode(content)
    cells: dict[tuple[int, int], Cell] = {}
    rounded = 0
    for row, record in enumerate(records(text, _delimiter(text)), 1):
        for column, field in enumerate(record, 1):
            shown = _shown(field)
            if not shown:
                continue
            cells[row, column] = Cell(row, column, shown, shown)
            rounded += bool(_ROUNDED.match(shown))
        if len(cells) > limits.cells:
            raise ProblemError(too_many_cells(file, SHEET))
    problems = (_rounded(file, rounded),) if rounded else ()
    return Workbook(file, FileKind.CSV, (Sheet(SHEET, cells),), problems)


def _delimiter(text: str) -> str:
    head = text[:_LOOKED_AT]
    return delimiter_of(head, sure=False) or next((each for each in DELIMITERS[:-1] if each in head), ",")


def _shown(field: str) -> str:
    """A field without what programs put around long numbers so that a spreadsheet keeps them: ="…", a tab, an apostrophe."""
    bare = field.strip()
    found = _AS_TEXT.match(bare)
    if found:
        return found[1].replace('""', '"')
    return bare[1:] if bare[:1] in {"'", "`"} and bare[1:].isalnum() else bare


def _rounded(file: str, count: int) -> Problem:
    return Problem(
        "QZ-R049",
        file,
        _("有 {count} 格是 1.23E+17 这样的数，导出时末几位已经丢了。").format(count=count),
        _("请从原来的系统重新导出，把证件号、卡号那几列设成文本。"),
        Severity.DOUBT,
    )
