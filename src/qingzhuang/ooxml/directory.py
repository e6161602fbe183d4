"""The directory of a zip archive of the plain kind, as nearly all office programs write it (APPNOTE 4.3.7, 4.3.12, 4.3.16).
Whatever is unusual is left to `zipfile`, which also decides what is broken; that takes six times as long."""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_END = struct.Struct("<4s4H2IH")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_LOCAL_SIZE = 30
_DEFLATED, _STORED = 8, 0
_KNOWN_FLAGS = 0x80E  # levels of deflate, sizes behind the data, names in UTF-8
_NEWEST = 20  # what a reader must know: deflate


class Entry(NamedTuple):
    """A member: its name, how it is packed, its checksum, its sizes packed and unpacked, where its local header lies."""

    name: str
    method: int
    crc: int
    compress_size: int
    file_size: int
    offset: int


def entries(content: bytes) -> dict[str, Entry] | None:
    """Return the members by name in the directory's order; None where anything is unusual: a comment, extra fields in the
    directory, a name beyond ASCII or twice, encryption, 64-bit sizes, members out of order, bytes before or behind."""
    at = len(content) - _END.size
    if at < 0:
        return None
    mark, disk, first_disk, here, count, size, start, comment = _END.unpack_from(content, at)
    if mark != b"PK\5\6" or disk or first_disk or here != count or comment or start + size != at:
        return None
    found = {entry.name: entry for entry in _listed(content, start, at)}
    whole = len(found) == count and size == sum(_CENTRAL.size + len(name) for name in found)
    return found if whole and _in_order(found, start) else None


def _listed(content: bytes, place: int, end: int) -> Iterator[Entry]:
    """The plain entries up to the first that is not."""
    while place + _CENTRAL.size <= end:
        (mark, _made, needed, flags, method, _time, _date, crc, packed, unpacked, length, extra, comment, disk, _inner, _outer,
         offset) = _CENTRAL.unpack_from(content, place)  # fmt: skip
        name = content[place + _CENTRAL.size : place + _CENTRAL.size + length]
        if mark != b"PK\1\2" or extra or comment or disk or needed > _NEWEST or flags & ~_KNOWN_FLAGS:
            return
        if method not in {_DEFLATED, _STORED} or not name.isascii() or b"\0" in name or b"\\" in name:
            return
        yield Entry(name.decode(), method, crc, packed, unpacked, offset)
        place += _CENTRAL.size + length


def _in_order(found: dict[str, Entry], start: int) -> bool:
    """Whether the members lie one behind the other, none over another, all before the directory."""
    end = 0
    for entry in found.values():
        if entry.offset < end:
            return False
        end = entry.offset + _LOCAL_SIZE + len(entry.name) + entry.compress_size
    return end <= start


def unpacked(content: bytes, entry: Entry) -> bytes | None:
    """Return a member's bytes, never more than its entry says; None where its header, its sizes or its checksum disagree."""
    place = entry.offset
    if content[place : place + 4] != b"PK\3\4":
        return None
    length, extra = struct.unpack_from("<2H", content, place + 26)
    begin = place + _LOCAL_SIZE + length + extra
    if content[place + _LOCAL_SIZE : place + _LOCAL_SIZE + length] != entry.name.encode():
        return None
    data = content[begin : begin + entry.compress_size]
    if entry.method == _DEFLATED:
        try:
            data = zlib.decompressobj(-15).decompress(data, max(entry.file_size, 1))
        except zlib.error:
            return None
    whole = len(data) == entry.file_size and zlib.crc32(data) == entry.crc
    return data if whole else None
