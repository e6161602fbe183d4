"""Writing answers into a template, given or planned: each in its cell. What came as PDF is answered as a workbook of its shape,
because nobody writes into a PDF without loss."""

from dataclasses import replace

from qingzhuang.answer import fill as own
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.shape import shaped


def fill_given(file: str, content: bytes, answers: Answers, *, converter: Converter | None = None) -> Filled:
    """Return the template with the answers in it; what found no cell stands in its problems. Raises ProblemError when
    the template cannot be read or written."""
    form = read_form(file, content, converter=converter)
    return fill(file, content, form, answers, converter=converter)


def fill(
    file: str, content: bytes, form: Form, answers: Answers, *, converter: Converter | None = None
) -> Filled:
    """Return the file with the answers in it, as `answer.fill` does; a PDF as .xlsx, with the doubt QZ-F156 that says so. Raises
    as that does, and as reading a PDF does."""
    if form.kind is not FileKind.PDF:
        return own.fill(file, content, form, answers, converter=converter)
    own.refuse_what_asks_nothing(form)
    filled = own.fill(file, _shape(file, content), _as_sheets(form), answers)
    return replace(filled, problems=(_reshaped(file), *filled.problems))


def where(
    file: str, content: bytes, form: Form, answers: Answers, *, converter: Converter | None = None
) -> tuple[Place, ...]:
    """Return the cells that `fill` would write to. Raises as it does."""
    if form.kind is not FileKind.PDF:
        return own.where(file, content, form, answers, converter=converter)
    own.refuse_what_asks_nothing(form)
    return own.where(file, _shape(file, content), _as_sheets(form), answers)


def _shape(file: str, content: bytes) -> bytes:
    return shaped(read_workbook(file, content).sheets)


def _as_sheets(form: Form) -> Form:
    return replace(form, kind=FileKind.XLSX)


def _reshaped(file: str) -> Problem:
    return Problem(
        "QZ-F156",
        file,
        _("原表是 PDF，写不回去；填好的是按它的样子做的 .xlsx。"),
        _("字体、栏宽和原表不同；对方只收原样的，请向它要 Excel 或 Word 原件再填。"),
        Severity.DOUBT,
    )
