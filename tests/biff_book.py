"""Old .xls workbooks for tests, record by record ([MS-XLS]); nobody here writes them otherwise."""

import struct
from collections.abc import Iterable, Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Cell = tuple[int, int, str | float]


def record(kind: int, body: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", kind, len(body)) + body


def wide(text: str) -> bytes:
    """A string with a length of two bytes; an empty one is a single NUL, as programs write it in validations."""
    text = text or "\0"
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def short(text: str) -> bytes:
    """A string with a length of one byte."""
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def validation(formula: bytes, area: tuple[int, int, int, int], *, kind: int = 3, prompt: str = "") -> bytes:
    """A DV record; `area` is top, bottom, left, right from 0."""
    texts = wide("") + wide("") + wide(prompt) + wide("")
    rule = struct.pack("<HH", len(formula), 0) + formula + struct.pack("<HH", 0, 0)
    return record(0x01BE, struct.pack("<I", kind) + texts + rule + struct.pack("<H4H", 1, *area))


def formula(row: int, column: int, value: float) -> bytes:
    """A cell that computes 1 and shows `value`."""
    return record(0x0006, struct.pack("<HHHdHIH", row, column, 15, value, 0, 0, 3) + b"\x1e\x01\x00")


def merged(*areas: tuple[int, int, int, int]) -> bytes:
    """A MERGEDCELLS record of (top, bottom, left, right)."""
    return record(
        0x00E5, struct.pack("<H", len(areas)) + b"".join(struct.pack("<4H", *area) for area in areas)
    )


def book(
    sheets: dict[str, Sequence[bytes]], *, hidden: Iterable[str] = (), names: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """A BIFF8 workbook; a sheet is the records of its cells, from `label`, `number`, `formula` and so on."""
    links = record(0x01AE, struct.pack("<H", len(sheets)) + b"\x01\x04") + record(
        0x0017,
        struct.pack("<H", len(sheets)) + b"".join(struct.pack("<3H", 0, n, n) for n in range(len(sheets))),
    )
    defined = b"".join(
        record(0x0018, struct.pack("<HBBHHHI", 0, 0, len(name), len(tokens), 0, 0, 0) + b"\1" + name.encode("utf-16-le") + tokens)
        for name, tokens in names
    )  # fmt: skip
    fonts = b"".join(record(0x0031, struct.pack("<HHHHHBBBB", 220, 0, 0x7FFF, weight, 0, 0, 0, 0, 0) + short("宋体")) for weight in (400, 700))  # fmt: skip
    looks = _formats()
    head = (
        record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6))
        + record(0x0042, b"\xb0\x04")
        + fonts
        + looks
    )
    parts = {name: _sheet(records) for name, records in sheets.items()}
    size = len(head) + sum(len(_bound(name, 0, False)) for name in sheets) + len(links + defined) + 4
    bounds, offset = b"", size
    for name, part in parts.items():
        bounds += _bound(name, offset, name in set(hidden))
        offset += len(part)
    return _container(head + bounds + links + defined + record(0x000A) + b"".join(parts.values()))


def label(row: int, column: int, text: str, *, look: int = 15) -> bytes:
    """A text cell; look 15 is plain, 16 bold, 17 a date, 18 boxed."""
    return record(0x0204, struct.pack("<HHH", row, column, look) + wide(text))


def number(row: int, column: int, value: float, *, look: int = 15) -> bytes:
    """A number cell."""
    return record(0x0203, struct.pack("<HHHd", row, column, look, value))


def blank(row: int, column: int, look: int) -> bytes:
    """A cell with a look only."""
    return record(0x0201, struct.pack("<HHH", row, column, look))


def old_book(text: bytes) -> bytes:
    """A BIFF5 workbook of one cell, in the bytes of its own time and without a word on their encoding."""
    head = record(0x0809, struct.pack("<HHHH", 0x0500, 5, 0, 0)) + record(0x0031, struct.pack("<HHHHHBBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 1) + b"A")  # fmt: skip
    looks = b"".join(record(0x00E0, struct.pack("<HHH", 0, 0, 0xFFF5 if n < 15 else 1) + b"\0" * 10) for n in range(16))  # fmt: skip
    sheet = record(0x0809, struct.pack("<HHHH", 0x0500, 0x10, 0, 0)) + record(0x0204, struct.pack("<HHHH", 0, 0, 15, len(text)) + text) + record(0x000A)  # fmt: skip
    size = len(head + looks) + 4 + 13 + 4
    bound = record(0x0085, struct.pack("<IHB", size - 2, 0, 4) + b"Tab1")
    return _container(head + looks + bound + record(0x000A) + sheet, b"Book")


def _formats() -> bytes:
    """Fifteen style formats, then plain, bold, date and boxed cell formats."""
    found = b""
    for at in range(19):
        font, shown = int(at == 16), 14 if at == 17 else 0
        lines = 0x1111 if at == 18 else 0
        kind = 0xFFF5 if at < 15 else 1
        used = 0xFC if at >= 15 else 0
        found += record(
            0x00E0, struct.pack("<HHHBBBBHHIH", font, shown, kind, 0x20, 0, 0, used, lines, 0, 0, 0x20C0)
        )
    return found


def _sheet(records: Sequence[bytes]) -> bytes:
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 6))
    return head + b"".join(records) + record(0x000A)


def _bound(name: str, offset: int, hidden: bool) -> bytes:
    return record(0x0085, struct.pack("<IH", offset, int(hidden)) + short(name))


def _container(stream: bytes, name: bytes = b"Workbook") -> bytes:
    """The smallest compound file ([MS-CFB]) that holds one stream."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // _SECTOR)
    stream = stream.ljust(count * _SECTOR, b"\0")
    chain = [_FAT, _END, *range(3, count + 2), _END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    folder = (
        _entry(b"Root Entry", 5, 1, _END, 0)
        + _entry(name, 2, _FREE, 2, len(stream))
        + _entry(b"", 0, _FREE, 0, 0) * 2
    )
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
        + b"\0" * 6
    )
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<I", 0)
    return head.ljust(_SECTOR, b"\xff") + fat + folder + stream


def _entry(name: bytes, kind: int, child: int, start: int, size: int) -> bytes:
    letters = (name.decode() + "\0").encode("utf-16-le") if name else b""
    body = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, _FREE, child)
    return body + b"\0" * 36 + struct.pack("<IQ", start, size)
