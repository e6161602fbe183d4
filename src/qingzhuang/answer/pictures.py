"""A photograph as it goes into a form: size and turn are read from its head, and all that it tells of its camera, place and time
is left out. It is never decoded: what is shown stays byte by byte."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError

MOST_BYTES = 5 * 1024 * 1024
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_KEPT_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"pHYs", b"sBIT")
)
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
_SCAN, _EXIF, _COMMENT = 0xDA, 0xE1, 0xFE
_ADOBE, _JFIF = 0xEE, 0xE0  # how colours are meant
_ORIENTATION = 0x0112
_TURNS = {
    1: (0, False),
    2: (0, True),
    3: (180, False),
    4: (180, True),
    5: (270, True),
    6: (90, False),
    7: (90, True),
    8: (270, False),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` in pixels as stored; it is shown mirrored left to right where `mirrored`, then turned clockwise by
    `turn` degrees."""

    suffix: str
    content: bytes
    width: int
    height: int
    turn: int = 0
    mirrored: bool = False

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height as it is seen."""
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)


def read_picture(file: str, content: bytes) -> Picture:
    """Return a JPEG or PNG without what tells of its camera, place and time. Raises ProblemError QZ-R102 for anything else and for
    one that is too large."""
    if len(content) > MOST_BYTES:
        raise ProblemError(_unfit(file, _("这张照片有 {size} MB。").format(size=len(content) >> 20)))
    try:
        if content.startswith(_PNG):
            found = _png(content)
        elif content.startswith(_JPEG):
            found = _jpeg(content)
        else:
            raise ProblemError(_unfit(file, _("这不是 .jpg 或 .png 照片。")))
    except (struct.error, IndexError, StopIteration) as error:
        raise ProblemError(_unfit(file, _("这张照片损坏了。"))) from error
    if not (found.width and found.height):
        raise ProblemError(_unfit(file, _("这张照片损坏了。")))
    return found


def _png(content: bytes) -> Picture:
    kept, orientation, at = [_PNG], 1, len(_PNG)
    width, height = struct.unpack_from(">II", content, at + 8)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        whole = content[at : at + 12 + length]
        if kind == b"eXIf":
            orientation = _orientation(whole[8:-4])
        if kind in _KEPT_CHUNKS:
            kept.append(whole)
        at += 12 + length
    turn, mirrored = _TURNS.get(orientation, (0, False))
    return Picture("png", b"".join(kept), width, height, turn, mirrored)


def _jpeg(content: bytes) -> Picture:
    kept, orientation, size = [_JPEG], 1, (0, 0)
    for mark, start, end in _segments(content):
        body = content[start + 4 : end]
        if mark == _EXIF and body.startswith(b"Exif\0\0"):
            orientation = _orientation(body[6:])
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", body, 1)
            size = width, height
        told = 0xE0 <= mark <= 0xEF and mark not in (_ADOBE, _JFIF) and not body.startswith(b"ICC_PROFILE\0")
        if not told and mark != _COMMENT:
            kept.append(content[start:end])
    turn, mirrored = _TURNS.get(orientation, (0, False))
    return Picture("jpeg", b"".join(kept), *size, turn, mirrored)


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each segment's mark, start and end; the first scan goes on to the picture's end, what hangs behind it is left."""
    at = 2
    while at < len(content):
        while content[at + 1] == 0xFF:
            at += 1
        mark = content[at + 1]
        if content[at] != 0xFF:
            raise IndexError(at)
        if mark == _SCAN:
            end = content.rfind(b"\xff\xd9")
            yield mark, at, end + 2 if end > at else len(content)
            return
        length = 0 if mark in _BARE else struct.unpack_from(">H", content, at + 2)[0]
        yield mark, at, at + 2 + length
        at += 2 + length


def _orientation(exif: bytes) -> int:
    """The orientation that a TIFF structure states (Exif 2.32, 4.6.4), 1 without one."""
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(min(count, 200)):
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        return 1
    return 1


def _unfit(file: str, what: str) -> Problem:
    return Problem(
        "QZ-R102",
        file,
        what + _("没有贴。"),
        _("请用 5 MB 以内的 .jpg 或 .png。"),
    )
