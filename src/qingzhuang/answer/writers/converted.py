"""Fills .xls and .doc by way of .xlsx and .docx: nobody writes the old formats without loss."""

from collections.abc import Callable
from dataclasses import replace

from qingzhuang.answer.writers import docx, xlsx
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind

_WRITERS = {FileKind.XLS: (FileKind.XLSX, xlsx.fill), FileKind.DOC: (FileKind.DOCX, docx.fill)}


def fill(
    file: str,
    content: bytes,
    form: Form,
    answers: Answers,
    converter: Callable[[str, bytes, FileKind], bytes] | None,
) -> Filled:
    """Return the form filled as .xlsx or .docx, with the doubt QZ-F030 that says so. Raises ProblemError QZ-F031
    without a converter, or what the converter raises."""
    kind, write = _WRITERS[form.kind]
    if converter is None:
        raise ProblemError(_cannot(file, form.kind, kind))
    filled = write(file, converter(file, content, form.kind), form, answers)
    return replace(filled, problems=(_changed(file, form.kind, kind), *filled.problems))


def _changed(file: str, old: FileKind, new: FileKind) -> Problem:
    return Problem(
        "QZ-F030",
        file,
        _("原表是旧格式 .{old}，填好的文件是 .{new}。").format(old=old, new=new),
        _("对方只收 .{old} 的话，请用 WPS 或 Office 另存为 .{old}。").format(old=old),
        Severity.DOUBT,
    )


def _cannot(file: str, old: FileKind, new: FileKind) -> Problem:
    return Problem(
        "QZ-F031",
        file,
        _("这是旧格式 .{old}，这台电脑上没有能转换它的程序，没有填。").format(old=old),
        _("请用 WPS 或 Office 打开后另存为 .{new} 再填，或安装 LibreOffice。").format(new=new),
    )
