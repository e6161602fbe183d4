"""A small picture of our own: a green sprout on white, made pixel by pixel."""

import struct
import zlib

_SIZE = 48
_GREEN, _WHITE = b"\x2e\x7d\x32", b"\xff\xff\xff"


def _inside(x: int, y: int) -> bool:
    stem = abs(x - 24) <= 1 and 20 <= y <= 42
    left = (x - 15) ** 2 + ((y - 16) * 1.6) ** 2 <= 90
    right = (x - 33) ** 2 + ((y - 16) * 1.6) ** 2 <= 90
    return stem or left or right


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def sprout() -> bytes:
    """Return the picture as PNG."""
    rows = (b"".join(_GREEN if _inside(x, y) else _WHITE for x in range(_SIZE)) for y in range(_SIZE))
    pixels = b"".join(b"\x00" + row for row in rows)
    head = struct.pack(">IIBBBBB", _SIZE, _SIZE, 8, 2, 0, 0, 0)
    parts = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(pixels)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
