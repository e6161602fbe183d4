"""Reads a package of Office 2007 that was written out as one XML: packed again, it is read as what it is."""

from dataclasses import replace

from qingzhuang.intake.readers import docx, xlsx
from qingzhuang.intake.readers.xml_text import parse_open
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.ooxml.flat import packed
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits


def package_of(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> tuple[FileKind, bytes]:
    """Return what the package is and its bytes. Raises ProblemError QZ-R002, QZ-R004 to QZ-R006."""
    package = packed(file, parse_open(file, content, limits))
    return sniff(file, package), package


def read(file: str, content: bytes) -> Workbook:
    """Return its tables. Raises ProblemError as the reader of its kind does."""
    kind, package = package_of(file, content)
    book = xlsx.read(file, package) if kind is FileKind.XLSX else docx.read(file, package)
    return replace(book, kind=FileKind.XML_PACKAGE)
