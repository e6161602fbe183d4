"""From the bytes of a file to a form: find out what it is, reduce it to sheets, read their layout."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from qingzhuang.intake.active import active
from qingzhuang.intake.context import issuer_of, period_of, row_entity_of
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.definitions.read import Said, with_definitions
from qingzhuang.intake.layout.read_sheet import read_sheets
from qingzhuang.intake.problems import needs_converter, no_form, wrong_suffix
from qingzhuang.intake.readers.xlsx import read_mapped, read_words
from qingzhuang.intake.sniff import is_package, package_kind, sniff
from qingzhuang.intake.taught import Taught, by_teaching
from qingzhuang.intake.xlsform.form import form_from
from qingzhuang.intake.xlsform.plain import plain_survey
from qingzhuang.intake.xlsform.read import xlsform_of
from qingzhuang.intake.xlsform.recognise import is_xlsform
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.model.xlsform import XlsForm
from qingzhuang.ooxml.package import Package, open_package
from qingzhuang.ooxml.workbook import WorkbookMap, read_map

READERS = {
    FileKind.XLSX: "qingzhuang.intake.readers.xlsx",
    FileKind.XLS: "qingzhuang.intake.readers.xls",
    FileKind.DOCX: "qingzhuang.intake.readers.docx",
    FileKind.CSV: "qingzhuang.intake.readers.delimited",
    FileKind.HTML: "qingzhuang.intake.readers.page",
    FileKind.PDF: "qingzhuang.intake.readers.pdf",
    FileKind.XML_SHEETS: "qingzhuang.intake.readers.xml_sheets",
    FileKind.XML_WORDS: "qingzhuang.intake.readers.xml_words",
    FileKind.XML_PACKAGE: "qingzhuang.intake.readers.xml_package",
}
"""Kind of file → module whose `read(file, content)` reads it; loaded when first needed."""
CONVERTED = {
    FileKind.DOC: FileKind.DOCX,
    FileKind.RTF: FileKind.DOCX,
    FileKind.ODT: FileKind.DOCX,
    FileKind.ODS: FileKind.XLSX,
    FileKind.XLSB: FileKind.XLSX,
}
"""Kind of file that a converter must turn into another one first → that other one."""

_SUFFIXES = {
    FileKind.XLSX: (".xlsx", ".xlsm", ".xltx", ".xltm", ".et"),
    FileKind.XLS: (".xls", ".xlt", ".et"),
    FileKind.DOCX: (".docx", ".docm", ".dotx", ".wps"),
    FileKind.DOC: (".doc", ".dot", ".wps"),
    FileKind.RTF: (".rtf", ".doc", ".wps"),
    FileKind.ODT: (".odt", ".ott"),
    FileKind.ODS: (".ods", ".ots"),
    FileKind.XLSB: (".xlsb",),
    FileKind.CSV: (".csv", ".tsv", ".tab"),
    FileKind.HTML: (".html", ".htm", ".mht", ".mhtml"),
    FileKind.PDF: (".pdf",),
    FileKind.XML_SHEETS: (".xml",),
    FileKind.XML_WORDS: (".xml",),
    FileKind.XML_PACKAGE: (".xml",),
}
_OFFICE = tuple(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


def read_form(
    file: str, content: bytes, *, converter: Converter | None = None, lessons: Sequence[Taught] = ()
) -> Form:
    """Return what a file asks, as one of the lessons says where one is about this form. Raises ProblemError when nothing
    can be read; lesser problems stand on the form."""
    book = read_any(file, content, converter=converter)
    form = form_of(book)
    return by_teaching(book, form, lessons) if lessons else form


def read_any(file: str, content: bytes, *, converter: Converter | None = None) -> Workbook:
    """Return any file that asks something reduced to sheets, XLSForms written as text too. Raises ProblemError when nothing
    can be read."""
    opened = _opened(file, content)
    return _survey(file, content, opened) or _read(file, content, opened, converter)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A package, opened once for all who look at it, with what it is and, of a spreadsheet, its map."""

    package: Package
    kind: FileKind
    map: WorkbookMap | None


def _opened(file: str, content: bytes) -> _Opened | None:
    if not is_package(content):
        return None
    package = open_package(file, content)
    kind = package_kind(package)
    return _Opened(package, kind, read_map(package) if kind is FileKind.XLSX else None)


def _survey(file: str, content: bytes, opened: _Opened | None) -> Workbook | None:
    """An XLSForm is told by its words alone: its blank cells, often thousands, are not even read."""
    if opened is None:
        return plain_survey(file, content)
    book = read_words(opened.package, opened.map, "survey") if opened.map else None
    if book is None or not is_xlsform(book):
        return None
    return replace(book, problems=_suffix_problems(file, FileKind.XLSX) + book.problems)


def read_xlsform(file: str, content: bytes) -> XlsForm:
    """Return an XLSForm as it is written, with all that is wrong with it. Raises ProblemError when nothing can be read."""
    opened = _opened(file, content)
    found = _survey(file, content, opened) or plain_survey(file, content, sure=False)
    return xlsform_of(found or _read(file, content, opened))


def form_of(book: Workbook) -> Form:
    """Return what a workbook asks: for callers that need its cells as well. An XLSForm is read as one."""
    if is_xlsform(book):
        survey = _with_context(form_from(xlsform_of(book)), ())
        return with_definitions(survey, [Said(note) for note in survey.notes])
    file = book.file
    layout = read_sheets(book)
    problems = book.problems + layout.problems
    if not layout.tables and not layout.problems:
        problems += (no_form(file),)
    title = next((table.title for table in layout.tables if table.title), None)
    form = Form(file, book.kind, title, layout.tables, notes=layout.notes, problems=problems)
    said = [Said(text, place) for text, place in layout.said]
    return with_definitions(_with_context(form, layout.lines), said)


def _with_context(form: Form, lines: Sequence[str]) -> Form:
    return replace(
        form,
        issuer=issuer_of(form, lines),
        period=period_of(form, lines),
        row_entity=row_entity_of(form),
    )


def all_shown(book: Workbook) -> Workbook:
    """Return a workbook as if no column of it were hidden: what somebody wrote and hid to see more of the sheet is a record as well."""
    return replace(book, sheets=tuple(replace(sheet, hidden_columns=frozenset()) for sheet in book.sheets))


def read_workbook(file: str, content: bytes, *, converter: Converter | None = None) -> Workbook:
    """Return a file reduced to sheets. Raises ProblemError when nothing can be read."""
    return _read(file, content, _opened(file, content), converter)


def _read(file: str, content: bytes, opened: _Opened | None, converter: Converter | None = None) -> Workbook:
    kind = opened.kind if opened else sniff(file, content)
    if kind in CONVERTED:
        if converter is None:
            raise ProblemError(needs_converter(file, kind))
        book = replace(reader_of(CONVERTED[kind])(file, converter(file, content, kind)), kind=kind)
    else:
        book = _read_package(opened) if opened else reader_of(kind)(file, content)
    package = opened.package if opened else None
    found = _suffix_problems(file, kind) + book.problems + active(file, kind, content, package)
    return replace(book, problems=found)


def _read_package(opened: _Opened) -> Workbook:
    if opened.map is not None:
        return read_mapped(opened.package, opened.map)
    reader = importlib.import_module(READERS[opened.kind])
    return cast("Callable[[Package], Workbook]", reader.read_package)(opened.package)


def reader_of(kind: FileKind) -> Callable[[str, bytes], Workbook]:
    """Return the reader of a kind that needs no converter. Raises KeyError for others."""
    return cast("Callable[[str, bytes], Workbook]", importlib.import_module(READERS[kind]).read)


def _suffix_problems(file: str, kind: FileKind) -> tuple[Problem, ...]:
    name = file.lower()
    if name.endswith(_OFFICE) and not name.endswith(_SUFFIXES[kind]):
        return (wrong_suffix(file, f".{name.rpartition('.')[2]}", kind.suffix),)
    return ()
