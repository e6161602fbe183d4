"""Finding an item by the name that a person or a program gives it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from qingzhuang.model.form import Item

_NOISE = re.compile(r"[\s:*]")


def plain(text: str) -> str:
    """Return a name without what varies from hand to hand: white space, colons, stars, full width, escapes."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text.replace("\\/", "/"))).casefold()


class NameIndex:
    """Finds items by key: first as written, then by plain name, then by the innermost label alone; the latter two
    only when they mean one item."""

    def __init__(self, items: Sequence[Item], prefixes: Sequence[str] = ()) -> None:
        self._exact: defaultdict[str, list[int]] = defaultdict(list)
        self._plain: defaultdict[str, list[int]] = defaultdict(list)
        self._leaf: defaultdict[str, list[int]] = defaultdict(list)
        for index, item in enumerate(items):
            self._exact[item.key].append(index)
            name = plain(item.key)
            for each in (name, *(f"{plain(prefix)}/{name}" for prefix in prefixes)):
                self._plain[each].append(index)
            self._leaf[plain(item.label)].append(index)
        self._keys = [item.key for item in items]

    def find(self, key: str) -> list[int]:
        """Return the indexes of the items meant: several when the very key stands several times in the form."""
        if key in self._exact:
            return self._exact[key]
        name = plain(key)
        for index in (self._plain, self._leaf):
            found = index.get(name, [])
            if len({self._keys[each] for each in found}) == 1:
                return found
        return []
