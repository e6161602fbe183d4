"""Writing a package back: replaced parts are packed anew, all others are copied as they are, still compressed.
The zip structures are those of the APPNOTE, sections 4.3.7 (local header) and 4.3.12 (central directory)."""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import Package, broken

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_OFFSET = 42  # of a directory entry: where its local header lies
_DESCRIPTOR, _UTF8 = 0x8, 0x800
_DEFLATE_VERSION = 20
_ZIP64_EXTRA = 1
_LEVEL = 2  # four times as fast as the usual 6 and 6 % larger on sheets of forms


def save(package: Package, streams: Mapping[str, Iterable[bytes]] | None = None) -> bytes:
    """Return the package with `changed` in place: same parts in the same order, new ones last, none twice. `streams`
    are changed parts that come piece by piece and are packed as they come. Raises ProblemError QZ-R005 when a part's bytes do not lie where the directory says."""
    out = bytearray()
    directory: list[bytes] = []
    count = 0
    for member in _members(package):
        offset, name = len(out), member.info.orig_filename
        content = package.changed.get(name)
        pieces = streams.get(name) if content is None and streams else None
        if content is not None or pieces is not None:
            info = _copy(member.info)
            out += _pack(info, (content,) if content is not None else pieces or ())
            record = _record(info)
        else:
            out += package.content[member.start : member.end]
            record = member.record
        directory += (record[:_OFFSET], offset.to_bytes(4, "little"), record[_OFFSET + 4 :])
        count += 1
    listed = b"".join(directory)
    comment = package.archive.comment
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), len(out), len(comment))
    return b"".join((out, listed, end, comment))


@dataclass(frozen=True, slots=True)
class _Member:
    """A member with the span from its header to the next one's and its entry in the directory, without its offset."""

    info: zipfile.ZipInfo
    start: int
    end: int
    record: bytes


_LAID_OUT: WeakKeyDictionary[zipfile.ZipFile, tuple[_Member, ...]] = WeakKeyDictionary()
"""The members of archives that were saved before: a template is saved many times, each time with other answers."""


def _members(package: Package) -> Iterator[_Member]:
    """Each member once (the last of a name counts), then the new ones."""
    known = _LAID_OUT.get(package.archive)
    if known is None:
        known = _LAID_OUT[package.archive] = tuple(_laid_out(package))
    yield from known
    for name in package.changed:
        if name not in package.archive.NameToInfo:
            yield _Member(zipfile.ZipInfo(name), 0, 0, b"")


def _laid_out(package: Package) -> Iterator[_Member]:
    infos = package.archive.infolist()
    offsets = sorted({info.header_offset for info in infos} | {package.archive.start_dir})
    following = dict(pairwise(offsets))
    for info in infos:
        if package.archive.NameToInfo[info.filename] is not info:
            continue
        start, end = info.header_offset, following[info.header_offset]
        if end - start < 30 + info.compress_size or package.content[start : start + 4] != b"PK\3\4":
            raise ProblemError(broken(package.file, info.filename))
        yield _Member(info, start, end, _record(info))


def _copy(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    twin = zipfile.ZipInfo(info.filename, info.date_time)
    twin.create_system, twin.create_version = info.create_system, info.create_version
    twin.external_attr, twin.internal_attr = info.external_attr, info.internal_attr
    twin.flag_bits, twin.comment = info.flag_bits & ~_DESCRIPTOR, info.comment
    return twin


def _pack(info: zipfile.ZipInfo, pieces: Iterable[bytes]) -> bytes:
    """Fill in the sizes of a replaced member and return its local header and data."""
    packer, packed, crc, size = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15), bytearray(), 0, 0
    for piece in pieces:
        packed += packer.compress(piece)
        crc, size = zlib.crc32(piece, crc), size + len(piece)
    data = bytes(packed + packer.flush())
    info.compress_type, info.extract_version = zipfile.ZIP_DEFLATED, _DEFLATE_VERSION
    info.CRC, info.compress_size, info.file_size = crc, len(data), size
    name = _name(info)
    date, time = _stamp(info)
    header = _LOCAL.pack(
        b"PK\3\4",
        info.extract_version,
        info.flag_bits,
        info.compress_type,
        time,
        date,
        info.CRC,
        info.compress_size,
        info.file_size,
        len(name),
        0,
    )
    return header + name + data


def _record(info: zipfile.ZipInfo) -> bytes:
    """The member's entry in the central directory; its offset is put in when that is known."""
    name, extra, (date, time) = _name(info), _without_zip64(info.extra), _stamp(info)
    return (
        _CENTRAL.pack(
            b"PK\1\2",
            info.create_version | info.create_system << 8,
            info.extract_version,
            info.flag_bits,
            info.compress_type,
            time,
            date,
            info.CRC,
            info.compress_size,
            info.file_size,
            len(name),
            len(extra),
            len(info.comment),
            0,
            info.internal_attr,
            info.external_attr,
            0,
        )
        + name
        + extra
        + info.comment
    )


def _name(info: zipfile.ZipInfo) -> bytes:
    """The name as stored; a name beyond ASCII needs the flag that says it is UTF-8."""
    if info.flag_bits & _UTF8:
        return info.orig_filename.encode()
    try:
        return info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        info.flag_bits |= _UTF8
        return info.orig_filename.encode()


def _stamp(info: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return (max(year - 1980, 0) << 9 | month << 5 | day), (hour << 11 | minute << 5 | second // 2)


def _without_zip64(extra: bytes) -> bytes:
    """Drop the 64-bit sizes: what we write is far below 4 GiB and states them in the entry itself."""
    kept = b""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind != _ZIP64_EXTRA:
            kept += extra[: 4 + size]
        extra = extra[4 + size :]
    return kept
