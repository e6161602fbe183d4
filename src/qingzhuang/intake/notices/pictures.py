"""Screenshots to paragraphs, by an optional recogniser (the extra `ocr`: rapidocr, whose models come inside its wheel)."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qingzhuang.intake.notices.problems import broken_picture, needs_recogniser
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import ProblemError

_SIGNS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
_SAME_EDGE = 25.0
_PITCH = 2.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it stands in a picture: its text, left edge, top and height in pixels."""

    text: str
    left: float
    top: float
    height: float


def is_picture(content: bytes) -> bool:
    """Tell a picture by its first bytes."""
    return content.startswith(_SIGNS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def from_picture(file: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a picture. Raises ProblemError QZ-R044 (no recogniser here) or QZ-R045 (unreadable)."""
    for number, text in enumerate(paragraphs(_recognised(file, content)), 1):
        yield _("图中第{number}段").format(number=number), text


def paragraphs(lines: Sequence[Shown]) -> list[str]:
    """Join lines that share a left edge and follow closely: a long message, or a long number, wraps."""
    joined: list[str] = []
    last: Shown | None = None
    for line in lines:
        if last is not None and _goes_on(last, line):
            joined[-1] += line.text
        else:
            joined.append(line.text)
        last = line
    return joined


def _goes_on(above: Shown, below: Shown) -> bool:
    pitch = below.top - above.top
    return abs(below.left - above.left) < _SAME_EDGE and 0 < pitch < _PITCH * above.height


def _recognised(file: str, content: bytes) -> list[Shown]:
    try:
        from rapidocr import RapidOCR  # pyright: ignore[reportMissingImports]  # an extra
    except ImportError as error:
        raise ProblemError(needs_recogniser(file)) from error
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    try:
        result: Any = RapidOCR(params={"Global.log_level": "error"})(content)
    except Exception as error:  # whatever a recogniser makes of a broken picture is one problem for a person
        raise ProblemError(broken_picture(file)) from error
    texts, boxes = result.txts or (), result.boxes if result.boxes is not None else ()
    return [_shown(text, box) for text, box in zip(texts, boxes, strict=True)]


def _shown(text: str, box: Any) -> Shown:
    lefts, tops = [float(point[0]) for point in box], [float(point[1]) for point in box]
    return Shown(str(text), min(lefts), min(tops), max(tops) - min(tops))
