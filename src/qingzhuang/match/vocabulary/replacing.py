"""Words put for others in a text."""

from collections.abc import Iterator, Mapping


def replaced(text: str, words: Mapping[str, str], longest: int) -> str:
    """One pass from the left, the longest word first; where that cuts the word at the end in two, this one first (投放点+位置, not 投放点位+置)."""
    said, whole = _from_left(text, words, longest)
    if not whole:
        for start in range(max(0, len(text) - longest), len(text) - 1):
            if (plain := words.get(text[start:])) is not None:
                return _from_left(text[:start], words, longest)[0] + plain
    return said


def _from_left(text: str, words: Mapping[str, str], longest: int) -> tuple[str, bool]:
    """And whether the last character belongs to a word."""
    found: list[str] = []
    start = 0
    whole = False
    while start < len(text):
        for end in range(min(len(text), start + longest), start, -1):
            if (plain := words.get(text[start:end])) is not None:
                found.append(plain)
                start, whole = end, True
                break
        else:
            found.append(text[start])
            start, whole = start + 1, False
    return "".join(found), whole


def stretches(text: str) -> Iterator[str]:
    """Every stretch of a text, the whole of it too."""
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            yield text[start:end]
