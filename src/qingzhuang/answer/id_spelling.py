"""An ID number as the form wants it written: in groups, with its middle hidden, or only its end. The form says so by a
sample in its hint (990101********1234) or in words; without either the number is written as it is."""

import re
from collections.abc import Callable
from functools import lru_cache

_FULL = re.compile(r"\d{17}[\dXx]")
_MASKED = re.compile(r"(?<![0-9A-Za-z])([0-9]{0,17})([*＊×●xX]{4,18})([0-9]{0,14}[0-9Xx]?)(?![0-9A-Za-z*＊])")
_GROUPED = re.compile(r"(?<![0-9A-Za-z])([0-9]{2,14}(?:([ \-\u3000])[0-9]{2,14}){1,5}[Xx]?)(?![0-9A-Za-z])")
_END = re.compile(r"(?:后|末|尾号?)\s*([四六八468])\s*位")
_HIDDEN = re.compile(r"脱敏|打码|遮挡|隐去|隐藏|星号代替|用\s*[*＊]")
_DIGITS = {"四": 4, "六": 6, "八": 8}
_LENGTH = 18
Spelling = Callable[[str], str]


def spelt(number: str, label: str, hint: str | None) -> str:
    """Return a full ID number as the form wants it; anything else as it is."""
    how = spelling(label, hint or "")
    return how(number) if how is not None and _FULL.fullmatch(number) else number


@lru_cache(maxsize=4096)
def spelling(label: str, hint: str) -> Spelling | None:
    """Return how a form wants ID numbers written, None when it does not say."""
    words = f"{hint} {label}"
    for found in _MASKED.finditer(words):
        head, stars, tail = found.groups()
        if len(head) + len(stars) + len(tail) == _LENGTH:
            return _masking(len(head), len(tail), stars[0])
    for found in _GROUPED.finditer(words):
        sizes = [len(part) for part in re.split(r"[ \-\u3000]", found[1])]
        if sum(sizes) == _LENGTH:
            return _grouping(sizes, found[2])
    end = _END.search(words)
    if end is not None and not _HIDDEN.search(words):
        count = _DIGITS.get(end[1]) or int(end[1])
        return lambda number: number[-count:]
    return _masking(6, 4, "*") if _HIDDEN.search(words) else None


def _masking(head: int, tail: int, star: str) -> Spelling:
    return lambda number: number[:head] + star * (_LENGTH - head - tail) + number[_LENGTH - tail :]


def _grouping(sizes: list[int], between: str) -> Spelling:
    def group(number: str) -> str:
        parts, at = [], 0
        for size in sizes:
            parts.append(number[at : at + size])
            at += size
        return between.join(parts)

    return group
