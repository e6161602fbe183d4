"""A long list given as CSV, poured into a template: a record a line, under the names of the columns."""

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.writers.xlsx.pour import pour
from qingzhuang.cli.fill_report import FileResult
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind, Scalar, Sheet
from qingzhuang.office.convert import converter

SUFFIXES = (".csv", ".tsv")


def poured(template: Path, data: Path, outputs: Outputs) -> FileResult:
    """Fill the list of a template with the records of a CSV. Raises ProblemError QZ-R092 when it has no records or the template is no
    workbook, and as `pour` does."""
    content = load(template)
    form = read_form(template.name, content, converter=converter())
    (sheet,) = read_workbook(data.name, load(data)).sheets
    heads, count = _heads(sheet), max((row for row, _column in sheet.cells), default=1) - 1
    if form.kind is not FileKind.XLSX or not heads or count < 1:
        raise ProblemError(_nothing(str(data)))
    done = pour(template.name, content, form, _records(sheet, heads, count), count)
    place = outputs.save(template.name, done.content)
    return FileResult(str(template), str(place), done.cells, problems=done.problems)


def _heads(sheet: Sheet) -> Mapping[int, str]:
    return {column: cell.text.strip() for (row, column), cell in sheet.cells.items() if row == 1}


def _records(sheet: Sheet, heads: Mapping[int, str], count: int) -> Iterator[Mapping[str, Scalar]]:
    for row in range(2, count + 2):
        cells = ((name, sheet.cells.get((row, column))) for column, name in heads.items())
        yield {name: cell.text if cell else None for name, cell in cells}


def _nothing(where: str) -> Problem:
    return Problem(
        "QZ-R092",
        where,
        _("这里没有记录，或者要填的不是 Excel 表，没有填。"),
        _("请让第一行是栏目名，下面一行一条；要填的表用 .xlsx。"),
    )
