"""Bytes of a text to lines. Chinese offices write UTF-8 with or without a mark, GB18030, and UTF-16 with a mark."""

import codecs
import io
import re
from typing import BinaryIO

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ALL_MARKS = tuple(mark for mark, _ in _MARKS)
_HEAD = 65_536
_SAID = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,20})""")
_FEWEST_ZEROS = 3
_CHINESE = frozenset(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312", "gb18030"))
_HAN = re.compile("[\u4e00-\u9fff]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def encoding_of(head: bytes) -> str:
    """Name the encoding of a text by its first bytes."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if b"\x00" in head and (wide := _unmarked_wide(head)):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _unmarked_wide(head: bytes) -> str:
    """UTF-16 without a mark: its Latin letters, tabs and line ends have a zero byte, always on the same side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) or max(even, odd) < _FEWEST_ZEROS:
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def is_wide(content: bytes) -> bool:
    """Tell whether a text has two bytes a character."""
    return encoding_of(content[:_HEAD]).startswith("utf-16")


def decode(content: bytes) -> str:
    """Return a text; bytes that fit no encoding become replacement characters, never an error. A text that begins
    with many Latin letters tells what it is by its first others."""
    if content.startswith(_ALL_MARKS) or b"\x00" in content[:_HEAD]:
        return content.decode(encoding_of(content[:_HEAD]), errors="replace")
    other = _NOT_ASCII.search(content)
    start = other.start() if other else 0
    return content.decode(encoding_of(content[start : start + _HEAD]), errors="replace")


def decode_declared(content: bytes) -> str:
    """Return a page or an XML text by the encoding that it names itself, where its bytes bear that out; else as
    `decode` does. GB2312 is read as its superset GB18030."""
    said = _SAID.search(content[:2048])
    if said is None or content.startswith(_ALL_MARKS) or b"\x00" in content[:_HEAD]:
        return decode(content)
    plain = decode(content)
    if encoding_of(content) == "utf-8" and _HAN.search(plain):
        return plain  # many pages name another encoding than they are saved in
    name = said[1].decode("ascii").lower()
    name = "gb18030" if name in _CHINESE else name
    try:
        return content.decode(name)
    except (LookupError, UnicodeDecodeError):
        return plain


def reader(stream: BinaryIO) -> io.TextIOWrapper:
    """Open a stream of bytes as lines of text, to be read once from its beginning to its end."""
    head = stream.read(_HEAD)
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding=encoding_of(head), errors="replace", newline=None)
