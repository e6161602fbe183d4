"""Units of measure in headers: 收入（元）, 面积(亩), 金额/万元, and rows that hold nothing but units."""

import re
from functools import lru_cache

from qingzhuang.intake.layout.text import level, squash
from qingzhuang.intake.layout.words import MEASURE

_BRACKETS = re.compile(r"[（(\[【\u3014]([^（()）\[\]【】\u3014\u3015]{1,12})[)）\]】\u3015]")
_PREFIX = re.compile(r"^(单位|计量单位)[：:]?")
_TAIL = re.compile(r"[/／]([^/／]{1,6})$")


@lru_cache(1 << 12)
def unit_of(label: str) -> str | None:
    """Return the unit that a label names in brackets or behind a slash, or None."""
    bare = squash(label)
    for inside in reversed(_BRACKETS.findall(bare)):
        word = _PREFIX.sub("", inside)
        if MEASURE.match(word):
            return word
    if bare[-1:] in {"%", "％", "‰"} and len(bare) > 1:
        return bare[-1]
    tail = _TAIL.search(bare)
    return tail.group(1) if tail and len(bare) > len(tail.group(0)) and MEASURE.match(tail.group(1)) else None


@lru_cache(1 << 12)
def measure(text: str) -> str | None:
    """Return the unit when a text is nothing else, with or without brackets."""
    bare = level(text).strip("（()）【】[]")
    word = _PREFIX.sub("", bare)
    return word if MEASURE.match(word) else None


def measures(text: str) -> tuple[str, ...]:
    """Return the units that a text consists of: 元, 户/人, 人、万元; none when it says anything else."""
    if MEASURE.match(text):
        return (text,)
    words = tuple(word for word in re.split(r"[、,，/／和及;；]|\s+", text) if word)
    return words if all(MEASURE.match(word) for word in words) else ()


def is_measures(text: str) -> bool:
    """Tell whether a text is one unit or several."""
    return bool(measures(text))
