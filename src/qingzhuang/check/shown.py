"""Words of others as they may be shown: nothing that paints over the page, no identity number, no private phone number.

Every character stays in its place, so that spans still fit."""

import re
import unicodedata

_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?![\dXx])")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_KEPT = 4


def plain(text: str) -> str:
    """Control and direction marks become a space."""
    return "".join(" " if unicodedata.category(char) in _UNSEEN else char for char in text)


def veiled(text: str) -> str:
    """Plain text whose identity and mobile numbers keep their last four digits."""
    return _NUMBER.sub(lambda found: "*" * (len(found[0]) - _KEPT) + found[0][-_KEPT:], plain(text))
