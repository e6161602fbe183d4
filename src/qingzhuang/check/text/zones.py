"""Where in a text it is worth reading closely: the paragraphs that hold a word of an act, and what follows each of them."""

from collections.abc import Iterable

_LONG = 600
_BEFORE, _BEHIND = 200, 320
_SHORT = 700

Zone = tuple[int, int]


def zones(text: str, seen: Iterable[Zone]) -> list[Zone]:
    """The stretches around words of acts, apart and in order: the whole of a short text, else the paragraph and the next
    one; of a paragraph without end what stands near."""
    if len(text) <= _SHORT:
        return [(0, len(text))]
    found: list[Zone] = []
    for start, end in seen:
        if found and end <= found[-1][1] - _BEHIND:
            continue
        low, high = _around(text, start, end)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _around(text: str, start: int, end: int) -> Zone:
    low = text.rfind("\n", max(start - _LONG, 0), start) + 1
    if low == 0:
        low = max(start - _BEFORE, 0) if start > _LONG else 0
    first = text.find("\n", end, end + _LONG)
    if first < 0:
        return low, min(end + _BEHIND, len(text))
    second = text.find("\n", first + 1, first + 1 + _BEHIND)
    return low, second if second >= 0 else min(first + _BEHIND, len(text))
