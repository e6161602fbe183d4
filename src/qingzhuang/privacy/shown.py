"""Words of others as they may be shown, where they were not masked as a text: nothing that paints over the page, nothing of
the shape of an identity number or a private phone number, be it a true one or not.

Every character stays in its place, so that spans still fit."""

import re
import unicodedata

from qingzhuang.privacy.found import Kind
from qingzhuang.privacy.mask import masked

_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?![\dXx])")
_KINDS = {18: Kind.ID_NO, 11: Kind.PHONE}
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def plain(text: str) -> str:
    """Control and direction marks become a space."""
    return "".join(" " if unicodedata.category(char) in _UNSEEN else char for char in text)


def veiled(text: str) -> str:
    """Plain text whose numbers of such a shape are masked as everywhere."""
    return _NUMBER.sub(lambda found: masked(found[0], _KINDS[len(found[0])]), plain(text))
