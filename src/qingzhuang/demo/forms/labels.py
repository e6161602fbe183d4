"""Labels as a reader should return them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from qingzhuang.model.form import Entry, Item
from qingzhuang.model.place import Place

_CHOICE = re.compile(r"□(\S+)")
_LABEL = re.compile(r"([^\s：]+)：")


def printed_choices(text: str) -> tuple[str, ...]:
    """Return the words behind printed boxes."""
    return tuple(_CHOICE.findall(text))


def normal(text: str) -> str:
    """Return the text without white space, stars and colon at its ends."""
    return re.sub(r"\s", "", text).strip("*＊").rstrip("：:")


def inline_items(text: str, place: Place) -> list[Item]:
    """Return the inputs of a cell or paragraph with inline labels; words marked = in front have none."""
    if text.startswith("="):
        return []
    labels = [text.partition("：")[0]] if text.count("：") == 1 else _LABEL.findall(text)
    return [Item((normal(label),), place, entry=Entry.INLINE) for label in labels]


def numbered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Mark repeated paths #2, #3 in reading order."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for item in items:
        seen[item.path] += 1
        again = seen[item.path]
        path = item.path if again == 1 else (*item.path[:-1], f"{item.path[-1]}#{again}")
        found.append(replace(item, path=path))
    return tuple(found)
