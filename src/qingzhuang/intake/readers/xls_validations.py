"""Data validations of .xls ([MS-XLS] 2.4.91 Dv), with code lists looked up where they stand: in the rule itself, in
a range of any sheet (mostly a hidden one), or behind a name. What cannot be decoded is left out."""

import struct
from collections.abc import Callable, Iterator

from qingzhuang.intake.readers.xls_records import BookRecords, take_string
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Bounds, Validation

Words = Callable[[str, Area], Iterator[str]]
"""Gives the words that stand in an area of the sheet of that name."""

_KINDS = ("any", "whole", "decimal", "list", "date", "time", "textLength", "custom")
_OPERATORS = ("between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual",
              "lessThanOrEqual")  # fmt: skip
_MINUS, _INTEGER, _FLOAT = 0x13, 0x1E, 0x1F
_CLASS = 0x1F  # the low bits of a token; the upper ones say reference, value or array
_STRING, _NAME, _REF, _AREA = 0x17, 0x03, 0x04, 0x05
_REF_N, _AREA_N, _REF_3D, _AREA_3D = 0x0C, 0x0D, 0x1A, 0x1B
_RELATIVE_ROW, _RELATIVE_COLUMN, _COLUMN = 0x8000, 0x4000, 0x00FF


def read_validations(book: BookRecords, sheet: str, words: Words) -> tuple[Validation, ...]:
    """Return the validations of a sheet in file order."""
    return tuple(_decoded(book, sheet, words)) if sheet in book.sheets else ()


def _decoded(book: BookRecords, sheet: str, words: Words) -> Iterator[Validation]:
    for body in book.sheets[sheet].validations:
        try:
            yield _validation(book, sheet, body, words)
        except (struct.error, IndexError):
            continue


def _validation(book: BookRecords, sheet: str, body: bytes, words: Words) -> Validation:
    (flags,) = struct.unpack_from("<I", body)
    texts, offset = _take_texts(body, 4)
    formula, offset = _take_formula(body, offset)
    second, offset = _take_formula(body, offset)
    areas = tuple(_areas(body, offset))
    kind = _KINDS[flags & 0xF]
    codes = _codes(book, sheet, formula, areas[0], words) if kind == "list" else ()
    prompt = " ".join(text for text in (texts[0], texts[2]) if text)
    return Validation(areas, kind, codes, prompt, _compared(flags, kind, formula, second))


def _compared(flags: int, kind: str, first: bytes, second: bytes) -> Bounds | None:
    """What is compared, where it is written out as a number."""
    if kind in {"any", "list", "custom"}:
        return None
    soft = bool(flags >> 4 & 0x7)
    return Bounds(_OPERATORS[flags >> 20 & 0x7], _number(first), _number(second), soft)


def _number(formula: bytes) -> str:
    """A formula of one number, also with a minus, as text; empty for anything else."""
    minus = "-" if formula[-1:] == bytes([_MINUS]) else ""
    body = formula[: -len(minus)] if minus else formula
    if len(body) == 3 and body[0] == _INTEGER:
        return f"{minus}{struct.unpack_from('<H', body, 1)[0]}"
    if len(body) == 9 and body[0] == _FLOAT:
        return f"{minus}{struct.unpack_from('<d', body, 1)[0]!r}"
    return ""


def _take_texts(body: bytes, offset: int) -> tuple[list[str], int]:
    """Title of the prompt, of the error; the prompt, the error. An empty one is a single NUL."""
    texts = []
    for _number in range(4):
        text, offset = take_string(body, offset)
        texts.append(text.strip("\0"))
    return texts, offset


def _take_formula(body: bytes, offset: int) -> tuple[bytes, int]:
    (size,) = struct.unpack_from("<H", body, offset)
    start = offset + 4
    return body[start : start + size], start + size


def _areas(body: bytes, offset: int) -> Iterator[Area]:
    (count,) = struct.unpack_from("<H", body, offset)
    for number in range(count):
        top, bottom, left, right = struct.unpack_from("<4H", body, offset + 2 + 8 * number)
        yield Area(top + 1, left + 1, bottom + 1, right + 1)


def _codes(book: BookRecords, sheet: str, formula: bytes, area: Area, words: Words) -> tuple[str, ...]:
    if formula[:1] == bytes([_STRING]):
        text, _end = take_string(formula, 1, wide_length=False)
        parts = text.replace(",", "\0").split("\0")
        return tuple(part.strip() for part in parts if part.strip())
    found = _pointed(book, sheet, formula, area)
    return () if found is None else tuple(dict.fromkeys(words(*found)))


def _pointed(book: BookRecords, sheet: str, formula: bytes, area: Area) -> tuple[str, Area] | None:
    """The sheet and area that a formula of one single token points to."""
    token, body = formula[0] & _CLASS, formula[1:]
    if token == _NAME:
        name = book.names[struct.unpack_from("<H", body)[0] - 1]
        return _pointed(book, sheet, name, area) if name[0] & _CLASS != _NAME else None
    if token in (_REF_3D, _AREA_3D):
        other = book.references[struct.unpack_from("<H", body)[0]]
        return None if other is None else (other, _bounds(body[2:], token == _AREA_3D, area))
    if token in (_REF, _AREA, _REF_N, _AREA_N):
        return sheet, _bounds(body, token in (_AREA, _AREA_N), area)
    return None


def _bounds(body: bytes, two: bool, area: Area) -> Area:
    if two:
        top, bottom, left, right = struct.unpack_from("<4H", body)
    else:
        top, left = struct.unpack_from("<2H", body)
        bottom, right = top, left
    return Area(
        _absolute(top, left & _RELATIVE_ROW, area.top, 0x10000),
        _absolute(left & _COLUMN, left & _RELATIVE_COLUMN, area.left, 0x100),
        _absolute(bottom, right & _RELATIVE_ROW, area.top, 0x10000),
        _absolute(right & _COLUMN, right & _RELATIVE_COLUMN, area.left, 0x100),
    )


def _absolute(number: int, relative: int, base: int, size: int) -> int:
    """Row or column from 1; a relative one counts from the first cell that the rule is for, and wraps around."""
    return (number + base - 1) % size + 1 if relative else number + 1
