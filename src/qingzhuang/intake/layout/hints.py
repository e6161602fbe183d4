"""Rows right under a header that are no data yet: hints, examples, codes of columns, units."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.text import squash
from qingzhuang.intake.layout.units import measure
from qingzhuang.intake.layout.words import EXAMPLE, HINT, ORDINALS

_CODE = re.compile(r"^[（(\[【]?([A-Z]{1,2}\d{0,3}|\d{1,3}|[甲乙丙丁戊己庚辛壬癸])[)）\]】]?$")
_EQUATION = re.compile(r"^[（(]?[A-Z\d]{1,4}[（(]?[)）]?[=＝≥≤><].*|^列?\d+[=＝].*$")
_BRACKETED = re.compile(r"^[（(【\[][^（()）]+[)）】\]]$")
_OWN_NAME = re.compile(r"^[a-z][a-z0-9_]+$")
_MOST, _FEWEST_NAMES = 4, 3


class HintKind(StrEnum):
    """What a row under the header gives."""

    CODES = "codes"
    UNITS = "units"
    HINT = "hint"
    EXAMPLE = "example"


def hint_rows(grid: Grid, header: Header) -> tuple[tuple[int, HintKind], ...]:
    """Return the rows under a header that are no data, with what they give."""
    found: list[tuple[int, HintKind]] = []
    for row in range(header.bottom + 1, min(header.bottom + _MOST, grid.last_text) + 1):
        if row in grid.sheet.hidden_rows:
            found.append((row, HintKind.CODES))
            continue
        kind = _kind(grid.texts(row, header.left, header.right), header)
        if kind is None:
            break
        found.append((row, kind))
    while found and found[-1][0] in grid.sheet.hidden_rows:
        found.pop()
    return tuple(found)


def _kind(texts: Sequence[Box], header: Header) -> HintKind | None:
    words = [squash(box.text) for box in texts]
    if not words:
        return None
    if _is_code_row(words, header) or _are_names(words, header):
        return HintKind.CODES
    named = [word for word in words if word not in {"—", "-", "--", "/"}]
    if named and all(measure(word) for word in named):
        return HintKind.UNITS
    if any(EXAMPLE.match(word) for word in words[:3]):
        return HintKind.EXAMPLE
    if len(words) >= 2 and sum(bool(HINT.match(word)) for word in words) * 2 > len(words):
        return HintKind.HINT
    if len(words) >= max(2, (header.right - header.left + 1) * 0.6) and all(map(_BRACKETED.match, words)):
        return HintKind.HINT
    across = len(words) == 1 and texts[0].left <= header.left and texts[0].right >= header.right
    said = HINT.match(words[0]) or (across and _BRACKETED.match(words[0]))
    return HintKind.HINT if len(words) == 1 and said else None


def _are_names(words: list[str], header: Header) -> bool:
    """Whether a row holds a program's own names of the columns: name, id_no."""
    many = len(words) >= max(_FEWEST_NAMES, (header.right - header.left + 1) * 0.6)
    return many and len(set(words)) == len(words) and all(map(_OWN_NAME.match, words))


def _is_code_row(words: list[str], header: Header) -> bool:
    width = header.right - header.left + 1
    if len(words) < max(2, width * 0.6):
        return False
    codes = [word for word in words if _CODE.match(word) or _EQUATION.match(word)]
    if len(codes) < len(words) - (1 if words[0] not in codes else 0):
        return False
    numbers = [int(digits) for word in codes if (digits := word.strip("（()）[]【】")).isdigit()]
    letters = [word for word in codes if not word.strip("（()）[]【】").isdigit()]
    in_order = all(after > before for before, after in pairwise(numbers))
    starts = not numbers or numbers[0] in {0, 1} or bool(letters)
    return in_order and starts and (bool(ORDINALS & set("".join(words))) or len(codes) >= 2)
