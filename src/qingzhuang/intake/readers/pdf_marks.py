"""What stands on the pages of a PDF, as it comes from the program that draws it. Lengths in points from the top left."""

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from qingzhuang.intake.problems import locked
from qingzhuang.intake.readers.pdf_problems import broken, needs_reader, too_much
from qingzhuang.model.problem import ProblemError

_PROGRAM = Path(__file__).with_name("pdf_draw.py")
SECONDS, _PATIENCE_SECONDS = 15, 60
"""Of the processor, and by the clock where the system cannot count the processor's."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on a page; a line is a rectangle without width or height."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def x(self) -> float:
        """The middle from left to right."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """The middle from top to bottom."""
        return (self.top + self.bottom) / 2

    def moved(self, right: float) -> "Rect":
        """The same further to the right."""
        return Rect(self.left + right, self.top, self.right + right, self.bottom)


@dataclass(frozen=True, slots=True)
class Char:
    """One letter where it stands."""

    text: str
    box: Rect
    size: float
    bold: bool = False
    red: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its letters, its lines, what is shaded, how many pictures."""

    size: tuple[float, float]
    chars: tuple[Char, ...]
    lines: tuple[Rect, ...] = ()
    fills: tuple[Rect, ...] = ()
    images: int = 0


def pages_of(file: str, content: bytes) -> tuple[tuple[Page, ...], int]:
    """Return the pages that are read and how many there are. Raises ProblemError QZ-F150 (no PDFium here), QZ-R003 (password),
    QZ-F152 (too much, too slow), QZ-F153 (broken)."""
    if find_spec("pypdfium2") is None:
        raise ProblemError(needs_reader(file))
    told = _told(file, content)
    if told.get("trouble"):
        trouble = {"locked": locked, "large": too_much}.get(told["trouble"], broken)
        raise ProblemError(trouble(file))
    return tuple(map(_page, told["pages"])), told["count"]


def _told(file: str, content: bytes) -> dict[str, Any]:
    command = [sys.executable, "-P", str(_PROGRAM), str(SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; the PDF is its input
            command, input=content, capture_output=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ProblemError(too_much(file)) from error
    if done.returncode:
        raise ProblemError(too_much(file))
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _page(told: dict[str, Any]) -> Page:
    width, height = told["size"]
    chars = (
        Char(text, Rect(*box), size or box[3] - box[1], bool(bold), bool(red), bool(unknown))
        for text, *box, size, bold, red, unknown in told["chars"]
    )
    return Page(
        (width, height),
        tuple(chars),
        tuple(Rect(*each) for each in told["lines"]),
        tuple(Rect(*each) for each in told["fills"]),
        told["images"],
    )
