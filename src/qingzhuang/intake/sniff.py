"""What a file is by its content. Suffixes lie: an .xls renamed .xlsx, a picture named .xlsx, a page named .xls."""

import re
from enum import StrEnum

from qingzhuang.intake.decode import decode, decode_declared, is_wide
from qingzhuang.intake.delimited import delimiter_of
from qingzhuang.intake.ole import top_names
from qingzhuang.intake.problems import empty, locked, not_office
from qingzhuang.language import later
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.package import Package, open_package
from qingzhuang.ooxml.relations import relations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (
    b"\x09\x08\x10\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x00\x04\x00",
)
_HEAD = 1024
_LOOKED_AT = 1 << 16
_XML_KINDS = (
    ("urn:schemas-microsoft-com:office:spreadsheet", FileKind.XML_SHEETS),
    ("http://schemas.microsoft.com/office/word/2003/wordml", FileKind.XML_WORDS),
    ("http://schemas.microsoft.com/office/2006/xmlPackage", FileKind.XML_PACKAGE),
)
_FOLDERS = {"xl": FileKind.XLSX, "word": FileKind.DOCX}
_OPEN_DOCUMENTS = (("opendocument.spreadsheet", FileKind.ODS), ("opendocument.text", FileKind.ODT))
_CALLED_DELIMITED = (".csv", ".tsv", ".tab")
_CELL = re.compile(r"<t[dh][\s>]", re.IGNORECASE)
_IN_PAGE = re.compile(r"<html[\s>]", re.IGNORECASE)  # pages of Excel name the namespace of its sheets
_MAIL = re.compile(rb"^(?:From:|MIME-Version:|Content-Type:\s*multipart/related)", re.IGNORECASE)


class Other(StrEnum):
    """What files also turn out to be, in words for the person who sent them."""

    PICTURE = later("一张图片")
    PAGE = later("一个网页")
    XML = later("一份 XML 文本")
    ARCHIVE = later("一个压缩包")
    TEXT = later("一份纯文本")
    UNKNOWN = later("无法识别的数据")


_MAGIC = (
    (b"\x89PNG", Other.PICTURE),
    (b"\xff\xd8\xff", Other.PICTURE),
    (b"GIF8", Other.PICTURE),
    (b"BM", Other.PICTURE),
    (b"II*\x00", Other.PICTURE),
    (b"MM\x00*", Other.PICTURE),
    (b"Rar!", Other.ARCHIVE),
    (b"7z\xbc\xaf", Other.ARCHIVE),
    (b"\x1f\x8b", Other.ARCHIVE),
)


def sniff(file: str, content: bytes) -> FileKind:
    """Return the kind of an office file. Raises ProblemError QZ-R001 (empty), QZ-R002 (something else), QZ-R003
    (password) or those of the package (broken)."""
    if not content:
        raise ProblemError(empty(file))
    if is_package(content):
        return package_kind(open_package(file, content))
    if content.startswith(_OLE):
        return _ole_kind(file, content)
    if content.startswith(_BIFF):
        return FileKind.XLS
    if content.startswith(b"{\\rtf"):
        return FileKind.RTF
    if content.startswith(b"%PDF"):
        return FileKind.PDF
    kind = _text_kind(file, content)
    if kind is None:
        raise ProblemError(not_office(file, _other(content[:_HEAD])))
    return kind


def _text_kind(file: str, content: bytes) -> FileKind | None:
    """What a text holds: a page or XML with a table, fields between delimiters; None for any other. A single line with
    commas is a sentence unless the file is called .csv."""
    what = _other(content[:_HEAD])
    if what in {Other.PAGE, Other.XML}:
        return _marked_kind(content)
    if what is Other.TEXT and _MAIL.match(content) and b"text/html" in content[:_LOOKED_AT].lower():
        return FileKind.HTML
    if what is Other.TEXT or (what is Other.UNKNOWN and is_wide(content)):
        text = decode(content[:_LOOKED_AT])
        if _CELL.search(text) and "<table" in text.lower():
            return FileKind.HTML
        named = file.lower().endswith(_CALLED_DELIMITED)
        if delimiter_of(text, sure=not named) or (named and text.strip()):
            return FileKind.CSV
    return None


def _marked_kind(content: bytes) -> FileKind | None:
    head = decode_declared(content[:_LOOKED_AT])
    for name, kind in _XML_KINDS:
        if name in head:
            return FileKind.HTML if _IN_PAGE.search(head) else kind
    return FileKind.HTML if _CELL.search(head) or _CELL.search(decode_declared(content)) else None


def is_package(content: bytes) -> bool:
    """Tell whether the bytes are a zip archive, as those of all newer office formats are."""
    return content.startswith(b"PK")


def package_kind(package: Package) -> FileKind:
    """Return the kind of an opened package. Raises ProblemError QZ-R002 for an archive of other things."""
    if package.has("xl/workbook.bin"):
        return FileKind.XLSB
    if package.has("xl/workbook.xml") != package.has(
        "word/document.xml"
    ):  # as nearly all name their main part
        return FileKind.XLSX if package.has("xl/workbook.xml") else FileKind.DOCX
    found = _open_document(package) or _by_relation(package)
    if found is None:
        raise ProblemError(not_office(package.file, Other.ARCHIVE))
    return found


def _open_document(package: Package) -> FileKind | None:
    said = package.part("mimetype").decode("ascii", "replace") if package.has("mimetype") else ""
    return next((kind for name, kind in _OPEN_DOCUMENTS if name in said), None)


def _by_relation(package: Package) -> FileKind | None:
    folders = (each.target.partition("/")[0] for each in relations(package) if each.kind == "officeDocument")
    return next((_FOLDERS[folder] for folder in folders if folder in _FOLDERS), None)


def _ole_kind(file: str, content: bytes) -> FileKind:
    try:
        names = top_names(content)
    except ValueError as error:
        raise ProblemError(not_office(file, Other.UNKNOWN)) from error
    if "encryptedpackage" in names:
        raise ProblemError(locked(file))
    if names & {"workbook", "book"}:
        return FileKind.XLS
    if "worddocument" in names:
        return FileKind.DOC
    raise ProblemError(not_office(file, Other.UNKNOWN))


def _other(head: bytes) -> Other:
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Other.PICTURE
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")):
        return Other.PAGE
    if text.startswith(b"<?xml"):
        return Other.PAGE if b"<html" in text else Other.XML
    return Other.UNKNOWN if b"\x00" in head else Other.TEXT
