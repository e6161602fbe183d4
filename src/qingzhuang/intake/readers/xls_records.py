"""Walks the records of a BIFF8 workbook stream ([MS-XLS] 2.1.4) for what xlrd passes over: data validations, the
names and sheets that they point to, and which cells hold formulas."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import olefile

_FORMULA, _EOF, _EXTERN_SHEET, _NAME = 0x0006, 0x000A, 0x0017, 0x0018
_BOUND_SHEET, _SUP_BOOK, _DV, _BOF = 0x0085, 0x01AE, 0x01BE, 0x0809
_STREAM = "Workbook"
_OWN_BOOK = b"\x01\x04"


@dataclass(slots=True)
class SheetRecords:
    """Of one sheet: the bodies of its DV records, and (row, column) of its formulas, from 1."""

    validations: list[bytes] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)


@dataclass(slots=True)
class BookRecords:
    """`sheets` in file order, `names` the formulas of defined names, `references` the sheet that each index of a
    3-D reference means (None: another file, or several sheets)."""

    sheets: dict[str, SheetRecords] = field(default_factory=dict)
    names: list[bytes] = field(default_factory=list)
    references: list[str | None] = field(default_factory=list)


def read_records(content: bytes) -> BookRecords:
    """Return the records; none for a file that is not BIFF8. Raises struct.error or IndexError when it is damaged."""
    stream = _workbook_stream(content)
    book, offsets = _globals(stream)
    for name, offset in offsets.items():
        book.sheets[name] = _of_sheet(stream, offset)
    return book


def take_string(body: bytes, offset: int, *, wide_length: bool = True) -> tuple[str, int]:
    """Return the XLUnicodeString ([MS-XLS] 2.5.294) at an offset and the offset behind it; `wide_length` False is the
    short form with a length of one byte. Raises struct.error when the body ends too early."""
    head = struct.Struct("<HB" if wide_length else "<BB")
    length, flags = head.unpack_from(body, offset)
    start = offset + head.size
    text = _letters(body[start:], length, flags)
    return text, start + length * (2 if flags & 1 else 1)


def _letters(body: bytes, length: int, flags: int) -> str:
    if flags & 1:
        return body[: 2 * length].decode("utf-16-le", "replace")
    return body[:length].decode("latin-1")


def _workbook_stream(content: bytes) -> bytes:
    if not olefile.isOleFile(content):
        return b""
    with olefile.OleFileIO(io.BytesIO(content)) as archive:
        if not archive.exists(_STREAM):
            return b""
        found: bytes = archive.openstream(_STREAM).read()
        return found


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    while offset + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + size]
        offset += 4 + size


def _globals(stream: bytes) -> tuple[BookRecords, dict[str, int]]:
    """What stands before the first sheet, and where each sheet begins."""
    book, offsets, own_books, pointers = BookRecords(), dict[str, int](), list[bool](), list[bytes]()
    for kind, body in _records(stream, 0):
        if kind == _EOF:
            break
        if kind == _BOUND_SHEET:
            name = _letters(body[8:], body[6], body[7])
            offsets[name] = struct.unpack_from("<I", body)[0]
        elif kind == _SUP_BOOK:
            own_books.append(body[2:4] == _OWN_BOOK)
        elif kind == _EXTERN_SHEET:
            pointers.append(body)
        elif kind == _NAME:
            book.names.append(_name_formula(body))
    for body in pointers:
        book.references += _references(body, own_books, list(offsets))
    return book, offsets


def _references(body: bytes, own_books: list[bool], sheets: list[str]) -> Iterator[str | None]:
    (count,) = struct.unpack_from("<H", body)
    for number in range(min(count, len(body) // 6)):
        where, first, last = struct.unpack_from("<3H", body, 2 + 6 * number)
        own = where < len(own_books) and own_books[where]
        yield sheets[first] if own and first == last and first < len(sheets) else None


def _name_formula(body: bytes) -> bytes:
    """The tokens of a Lbl record ([MS-XLS] 2.4.150)."""
    letters, size = struct.unpack_from("<BH", body, 3)
    start = 15 + letters * (2 if body[14] & 1 else 1)
    return body[start : start + size]


def _of_sheet(stream: bytes, offset: int) -> SheetRecords:
    found, depth = SheetRecords(), 0
    for kind, body in _records(stream, offset):
        # charts inside a sheet are streams of their own, nested
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            break
        if kind == _DV:
            found.validations.append(body)
        elif kind == _FORMULA:
            row, column = struct.unpack_from("<HH", body)
            found.formulas.add((row + 1, column + 1))
    return found
