"""Fills what is no package: what lies open as text itself, .xls, .doc and their like by way of .xlsx and .docx, because nobody
writes the old formats without loss."""

from collections.abc import Callable
from dataclasses import replace

from qingzhuang.answer.writers import docx, xlsx
from qingzhuang.answer.writers.open import delimited, pages, sheets2003, words2003
from qingzhuang.answer.writers.open.flat import written_out
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.flat import holds_sheets, packed
from qingzhuang.ooxml.package import parse_xml

_SHEETS, _WORDS = (FileKind.XLSX, xlsx.fill), (FileKind.DOCX, docx.fill)
_OPEN = {
    FileKind.CSV: delimited.fill,
    FileKind.HTML: pages.fill,
    FileKind.XML_SHEETS: sheets2003.fill,
    FileKind.XML_WORDS: words2003.fill,
}
_WRITERS = {
    FileKind.XLS: _SHEETS,
    FileKind.XLSB: _SHEETS,
    FileKind.ODS: _SHEETS,
    FileKind.DOC: _WORDS,
    FileKind.RTF: _WORDS,
    FileKind.ODT: _WORDS,
}


def fill(
    file: str,
    content: bytes,
    form: Form,
    answers: Answers,
    converter: Callable[[str, bytes, FileKind], bytes] | None,
) -> Filled:
    """Return the form filled: what lies open as text as what it was, all else as .xlsx or .docx, with the doubt QZ-F030 that
    says so. Raises ProblemError QZ-F031 without a converter, QZ-F032 for what is only read (a page, or a text that cannot be
    written as it was), or what the converter raises."""
    if form.kind is FileKind.XML_PACKAGE:
        return _unpacked(file, content, form, answers)
    if form.kind in _OPEN:
        filled = _OPEN[form.kind](file, content, form, answers)
        if filled is None:
            raise ProblemError(_only_read(file, form.kind))
        return filled
    if form.kind not in _WRITERS:
        raise ProblemError(_only_read(file, form.kind))
    kind, write = _WRITERS[form.kind]
    if converter is None:
        raise ProblemError(_cannot(file, form.kind, kind))
    filled = write(file, converter(file, content, form.kind), form, answers)
    return replace(filled, problems=(_changed(file, form.kind, kind), *filled.problems))


def _unpacked(file: str, content: bytes, form: Form, answers: Answers) -> Filled:
    """The package that was written out as one XML, filled and written out again; as a package where that cannot be."""
    package = packed(file, parse_xml(content, file, file))
    kind, write = _SHEETS if holds_sheets(package) else _WORDS
    filled = write(file, package, form, answers)
    same = written_out(content, package, filled.content)
    if same is not None:
        return replace(filled, content=same)
    return replace(filled, problems=(_changed(file, form.kind, kind), *filled.problems))


def _only_read(file: str, kind: FileKind) -> Problem:
    return Problem(
        "QZ-F032",
        file,
        _("这张表是 {suffix} 文件，能读，但不能原样写回，没有填。").format(suffix=kind.suffix),
        _("请用 WPS 或 Excel 打开，另存为 .xlsx 再填。"),
    )


def _changed(file: str, old: FileKind, new: FileKind) -> Problem:
    return Problem(
        "QZ-F030",
        file,
        _("原表是旧格式 {old}，填好的文件是 .{new}。").format(old=old.suffix, new=new),
        _("对方只收 {old} 的话，请用 WPS 或 Office 另存为 {old}。").format(old=old.suffix),
        Severity.DOUBT,
    )


def _cannot(file: str, old: FileKind, new: FileKind) -> Problem:
    return Problem(
        "QZ-F031",
        file,
        _("这是旧格式 {old}，这台电脑上没有能转换它的程序，没有填。").format(old=old.suffix),
        _("请用 WPS 或 Office 打开后另存为 .{new} 再填，或安装 LibreOffice。").format(new=new),
    )
