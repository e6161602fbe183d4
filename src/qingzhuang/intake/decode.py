"""Bytes of a text to lines. Chinese offices write UTF-8 with or without a mark, GB18030, and UTF-16 with a mark."""

import codecs
import io
from typing import BinaryIO

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 65_536


def encoding_of(head: bytes) -> str:
    """Name the encoding of a text by its first bytes."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def decode(content: bytes) -> str:
    """Return a text; bytes that fit no encoding become replacement characters, never an error."""
    return content.decode(encoding_of(content[:_HEAD]), errors="replace")


def reader(stream: BinaryIO) -> io.TextIOWrapper:
    """Open a stream of bytes as lines of text, to be read once from its beginning to its end."""
    head = stream.read(_HEAD)
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding=encoding_of(head), errors="replace", newline=None)
