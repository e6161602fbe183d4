"""Names of questions in ASCII: from the element that an item asks, else from the sound of its label. The same form gets
the same names, and so does the same element in any form."""

import re

from pypinyin import lazy_pinyin

from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.form import Form, Item

_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 48
_RESERVED = frozenset({"meta", "data", "instanceid", "instancename", "name", "label"})


def ascii_name(text: str) -> str:
    """Return how a text sounds as a name: letters, digits, underscores; "" when nothing is left of it."""
    sound = "_".join(lazy_pinyin(text)) if not text.isascii() else text
    name = _NO_NAME.sub("_", sound.lower()).strip("_")
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rpartition("_")[0] or name[:_LONGEST]
    return f"q_{name}" if name[:1].isdigit() or name in _RESERVED else name


class Names:
    """Gives each item of a form, and each section, a name of its own."""

    def __init__(self, form: Form) -> None:
        lexicon = default()
        self._keys = {id(item): parse(context, lexicon).key for item, context in contexts(form)}
        self._taken: set[str] = set()

    def of(self, item: Item) -> str:
        """Return the name of an item, asked for once."""
        key = self._keys.get(id(item), "")
        return self.free(ascii_name(key) if key and "~" not in key else ascii_name(item.key), "q")

    def free(self, name: str, other: str) -> str:
        """Return a name that nothing else has: `name`, or `other` when that is empty, numbered where it is taken."""
        first = found = name or other
        number = 1
        while found in self._taken:
            number += 1
            found = f"{first}_{number}"
        self._taken.add(found)
        return found
