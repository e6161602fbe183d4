"""What a file is by its content. Suffixes lie: an .xls renamed .xlsx, a picture named .xlsx, a page named .xls."""

from enum import StrEnum
from io import BytesIO

import olefile

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


class Other(StrEnum):
    """What files also turn out to be, in words for the person who sent them."""

    PICTURE = later("一张图片")
    PDF = "PDF"
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
    (b"%PDF", Other.PDF),
    (b"Rar!", Other.ARCHIVE),
    (b"7z\xbc\xaf", Other.ARCHIVE),
    (b"\x1f\x8b", Other.ARCHIVE),
)


def sniff(file: str, content: bytes) -> FileKind:
    """Return the kind of an office file. Raises ProblemError QZ-R001 (empty), QZ-R002 (something else), QZ-R003
    (password) or those of the package (broken)."""
    if not content:
        raise ProblemError(empty(file))
    if content.startswith(b"PK"):
        return _zip_kind(open_package(file, content))
    if content.startswith(_OLE):
        return _ole_kind(file, content)
    if content.startswith(_BIFF):
        return FileKind.XLS
    raise ProblemError(not_office(file, _other(content[:_HEAD])))


def _zip_kind(package: Package) -> FileKind:
    for relation in relations(package):
        if relation.kind == "officeDocument":
            folder = relation.target.partition("/")[0]
            if folder in {"xl", "word"}:
                return FileKind.XLSX if folder == "xl" else FileKind.DOCX
    if package.has("xl/workbook.xml"):
        return FileKind.XLSX
    if package.has("word/document.xml"):
        return FileKind.DOCX
    raise ProblemError(not_office(package.file, Other.ARCHIVE))


def _ole_kind(file: str, content: bytes) -> FileKind:
    try:
        with olefile.OleFileIO(BytesIO(content)) as ole:
            names = {entry[0].casefold() for entry in ole.listdir()}
    except (OSError, ValueError, IndexError) as error:
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
