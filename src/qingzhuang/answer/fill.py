"""Filling any form in its issuer's own file: picks the writer by what the file is."""

from collections.abc import Callable
from typing import TypeAlias

from qingzhuang.answer.writers import converted, docx, xlsx
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind

Converter: TypeAlias = Callable[[str, bytes, FileKind], bytes]


def fill(
    file: str, content: bytes, form: Form, answers: Answers, *, converter: Converter | None = None
) -> Filled:
    """Return the file with the answers in it, all else as it was. Old formats come back in the new one, through the
    converter. Raises ProblemError when nothing can be written: a letter is not handed back as if it were a filled form."""
    refuse_what_asks_nothing(form)
    refuse_what_only_asks(file, form)
    if form.kind is FileKind.XLSX:
        return xlsx.fill(file, content, form, answers)
    if form.kind is FileKind.DOCX:
        return docx.fill(file, content, form, answers)
    return converted.fill(file, content, form, answers, converter)


def where(
    file: str, content: bytes, form: Form, answers: Answers, *, converter: Converter | None = None
) -> tuple[Place, ...]:
    """Return the cells that `fill` would write to. A spreadsheet is not made for it. Raises as `fill` does."""
    refuse_what_asks_nothing(form)
    if form.kind is FileKind.XLSX:
        return xlsx.where(file, content, form, answers)
    return fill(file, content, form, answers, converter=converter).written


def refuse_what_asks_nothing(form: Form) -> None:
    """Raise the ProblemError that says why nothing to fill was found in a file, if so."""
    if not form.tables:
        for problem in lost(form):
            raise ProblemError(problem)


def lost(form: Form) -> tuple[Problem, ...]:
    """Return why a file, or a part of one, could not be used; of a file in which nothing to fill was found only the first reason."""
    found = tuple(each for each in form.problems if each.severity is Severity.ERROR)
    return found if form.tables else found[:1]


def refuse_what_only_asks(file: str, form: Form) -> None:
    """Raise QZ-F033 for a form without cells for answers: what it asks can be planned and asked, not written into it."""
    if form.kind is FileKind.XLSFORM:
        raise ProblemError(only_asks(file))


def only_asks(file: str) -> Problem:
    """Say that a file holds questions and no place for answers."""
    return Problem(
        "QZ-F033",
        file,
        _("这是一份 XLSForm：只写着要问什么，没有填写的格子，里面填不了，也没有填好的内容可取。"),
        _("请用 ODK、KoboToolbox 等程序填报，或请发表单位给一份 Excel 表。"),
    )
