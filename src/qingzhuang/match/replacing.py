"""Words put for others in a text."""

from collections.abc import Mapping


def replaced(text: str, words: Mapping[str, str], longest: int) -> str:
    """One pass from the left, the longest word first."""
    found: list[str] = []
    start = 0
    while start < len(text):
        for end in range(min(len(text), start + longest), start, -1):
            if (plain := words.get(text[start:end])) is not None:
                found.append(plain)
                start = end
                break
        else:
            found.append(text[start])
            start += 1
    return "".join(found)
