"""From the bytes of a file to a form: find out what it is, reduce it to sheets, read their layout."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from qingzhuang.intake.active import active
from qingzhuang.intake.context import issuer_of, period_of, row_entity_of
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.layout.read_sheet import read_sheets
from qingzhuang.intake.problems import needs_converter, no_form, wrong_suffix
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind, Workbook

READERS = {
    FileKind.XLSX: "qingzhuang.intake.readers.xlsx",
    FileKind.XLS: "qingzhuang.intake.readers.xls",
    FileKind.DOCX: "qingzhuang.intake.readers.docx",
}
"""Kind of file → module whose `read(file, content)` reads it; loaded when first needed."""

_SUFFIXES = {
    FileKind.XLSX: (".xlsx", ".xlsm", ".xltx", ".xltm", ".et"),
    FileKind.XLS: (".xls", ".xlt", ".et"),
    FileKind.DOCX: (".docx", ".docm", ".dotx", ".wps"),
    FileKind.DOC: (".doc", ".dot", ".wps"),
}
_OFFICE = tuple(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


def read_form(file: str, content: bytes, *, converter: Converter | None = None) -> Form:
    """Return what a file asks. Raises ProblemError when nothing can be read; lesser problems stand on the form."""
    return form_of(read_workbook(file, content, converter=converter))


def form_of(book: Workbook) -> Form:
    """Return what a workbook asks: for callers that need its cells as well."""
    file = book.file
    layout = read_sheets(book)
    problems = book.problems + layout.problems
    if not layout.tables:
        problems += (no_form(file),)
    title = next((table.title for table in layout.tables if table.title), None)
    form = Form(file, book.kind, title, layout.tables, notes=layout.notes, problems=problems)
    return replace(
        form,
        issuer=issuer_of(form, layout.lines),
        period=period_of(form, layout.lines),
        row_entity=row_entity_of(form),
    )


def read_workbook(file: str, content: bytes, *, converter: Converter | None = None) -> Workbook:
    """Return a file reduced to sheets. Raises ProblemError when nothing can be read."""
    kind = sniff(file, content)
    if kind is FileKind.DOC:
        if converter is None:
            raise ProblemError(needs_converter(file))
        book = _reader(FileKind.DOCX)(file, converter(file, content, kind))
        return replace(book, kind=kind, problems=book.problems + active(file, kind, content))
    book = _reader(kind)(file, content)
    problems = _suffix_problems(file, kind) + book.problems + active(file, kind, content)
    return replace(book, problems=problems)


def _reader(kind: FileKind) -> Callable[[str, bytes], Workbook]:
    return cast("Callable[[str, bytes], Workbook]", importlib.import_module(READERS[kind]).read)


def _suffix_problems(file: str, kind: FileKind) -> tuple[Problem, ...]:
    name = file.lower()
    if name.endswith(_OFFICE) and not name.endswith(_SUFFIXES[kind]):
        return (wrong_suffix(file, f".{name.rpartition('.')[2]}", f".{kind}"),)
    return ()
