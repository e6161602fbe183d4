"""Letters on a page → lines and texts of cells."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from qingzhuang.intake.readers.pdf_marks import Char, Rect

_GAP = 0.35
_MOST_SPACES = 24
_PADDING = 3.0
_APART = 3.0


@dataclass(frozen=True, slots=True)
class Words:
    """Letters that are read together, with their place and look."""

    text: str
    box: Rect
    size: float
    bold: bool
    red: bool


def lines_of(chars: Iterable[Char]) -> list[list[Char]]:
    """Letters line by line, each from left to right. What is drawn twice to look bold stands once."""
    lines: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: each.box.y):
        last = lines[-1] if lines else []
        if last and char.box.y - last[0].box.y < 0.5 * max(_height(last[0]), _height(char)):
            last.append(char)
        else:
            lines.append([char])
    return [_once(sorted(line, key=lambda each: each.box.left)) for line in lines]


def _height(char: Char) -> float:
    return max(char.box.bottom - char.box.top, 1.0)


def _once(line: list[Char]) -> list[Char]:
    found: list[Char] = []
    for char in line:
        before = found[-1] if found else None
        if before and before.text == char.text and char.box.left - before.box.left < 0.2 * _height(char):
            continue
        found.append(char)
    return found


def parted(line: Sequence[Char], apart: float = _APART) -> list[list[Char]]:
    """A line cut where nothing stands for some letters' width."""
    parts: list[list[Char]] = []
    for char in line:
        if parts and char.box.left - parts[-1][-1].box.right <= apart * _height(char):
            parts[-1].append(char)
        else:
            parts.append([char])
    return parts


def words(line: Sequence[Char]) -> Words:
    """One line, or part of one, as it is read."""
    box = Rect(
        min(each.box.left for each in line),
        min(each.box.top for each in line),
        max(each.box.right for each in line),
        max(each.box.bottom for each in line),
    )
    half = len(line) / 2
    return Words(
        _spaced(line),
        box,
        median(each.size for each in line),
        sum(each.bold for each in line) > half,
        sum(each.red for each in line) > half,
    )


def _spaced(line: Sequence[Char]) -> str:
    text = line[0].text
    for before, char in itertools.pairwise(line):
        gap = (char.box.left - before.box.right) / _height(char)
        if (gap > _GAP / 2 and before.text.isascii() and char.text.isascii()) or gap > _GAP:
            text += " " * min(max(round(gap * 2), 1), _MOST_SPACES)
        text += char.text
    return text


def cell_words(chars: Iterable[Char], place: Rect) -> Words | None:
    """The text of a cell. A line that the next letter still had room in was ended on purpose."""
    lines = lines_of(chars)
    if not lines:
        return None
    read = [words(line) for line in lines]
    text = read[0].text
    for before, after, line in zip(read, read[1:], lines[1:], strict=False):
        room = place.right - place.left - (before.box.right - before.box.left) - 2 * _PADDING
        wrapped = room < _first_word(line)
        spaced = wrapped and text[-1].isascii() and after.text[0].isascii() and text[-1].isalpha()
        text += ("" if wrapped else "\n") + (" " if spaced else "") + after.text
    whole = words([each for line in lines for each in line])
    return Words(text, whole.box, whole.size, whole.bold, whole.red)


def _first_word(line: Sequence[Char]) -> float:
    """How wide what may not be broken is at a line's beginning: one letter, or a run of Latin letters and digits; and what
    may not begin a line hangs on to it."""
    end = 1
    while end < len(line) and (
        (line[end].text.isascii() and line[end - 1].text.isascii()) or line[end].text in "，。、；：）》”％"
    ):
        end += 1
    return line[end - 1].box.right - line[0].box.left
