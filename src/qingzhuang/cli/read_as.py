"""`qz read --as`: what was read, written as XLSForms or as spreadsheets of ours."""

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from qingzhuang.cli.fill_write import Outputs
from qingzhuang.cli.guard import attempt
from qingzhuang.cli.output import complain, reason, say, steps
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.problems import no_form, unreadable
from qingzhuang.intake.read import form_of, read_any
from qingzhuang.letters.form import form_xlsx
from qingzhuang.letters.xlsform import same_xlsx, xlsform_xlsx
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.as_sheet import as_sheet
from qingzhuang.pipeline.surveying import survey_of

XLSFORM, SHEET = "xlsform", "xlsx"
_ENDING = ".xlsx"


def write_as(shape: str, files: Sequence[Path], output: Path, convert: Converter | None) -> list[Problem]:
    """Write one XLSForm (`shape` xlsform) or spreadsheet (xlsx) a file, under the file's name, and say where. `output` is
    a folder, or the file to write when there is only one to read. What was an XLSForm keeps all its cells as one.
    Returns what went wrong."""
    alone = len(files) == 1 and output.suffix.lower() == _ENDING and not output.is_dir()
    outputs = Outputs(output.parent if alone else output, files)
    problems: list[Problem] = []
    for path in steps(files, _("另存为 XLSForm") if shape == XLSFORM else _("另存为 Excel 表")):
        name = output.name if alone else f"{path.stem}{_ENDING}"
        found = attempt(path.name, lambda: _write(shape, path, name, outputs, convert))  # noqa: B023
        told = [found] if isinstance(found, Problem) else list(found)
        complain(told)
        problems += told
    return problems


def _write(
    shape: str, path: Path, name: str, outputs: Outputs, convert: Converter | None
) -> tuple[Problem, ...]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ProblemError(unreadable(path.name, reason(error))) from error
    book = read_any(path.name, content, converter=convert)
    form = form_of(book)
    if not form.items:
        errors = (each for each in form.problems if each.severity is Severity.ERROR)
        raise ProblemError(next(errors, no_form(path.name)))
    if shape != XLSFORM:
        made = form_xlsx(as_sheet(form))
    else:
        made = same_xlsx(book) if form.kind is FileKind.XLSFORM else xlsform_xlsx(survey_of(form))
    say(_("{file} → {path}").format(file=path.name, path=outputs.save(name, made)))
    return form.problems
