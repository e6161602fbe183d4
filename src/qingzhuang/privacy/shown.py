"""Words of others as they may be shown, where they were not masked as a text: nothing that paints over the page, nothing of
the shape of an identity number or a private phone number, be it a true one or not.

Every character stays in its place, so that spans still fit."""

import re
import unicodedata

from qingzhuang.privacy.mask import STAR

_NUMBER = re.compile(
    r"(?<!\d)(?:\d{17}[\dXx](?:\d\d(?:B\d?)?)?"  # an identity, or a disability card: kind and degree after it
    r"|(?:62|99)(?:\d{13,17}|\d\d(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)"  # a bank card of China UnionPay
    r"|1[3-9]\d{9})(?![\dXx])"
)
_KEPT = 4
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def plain(text: str) -> str:
    """Control and direction marks become a space."""
    return "".join(" " if unicodedata.category(char) in _UNSEEN else char for char in text)


def veiled(text: str) -> str:
    """Plain text whose numbers of such a shape keep their last four places: enough to tell two apart, and no more."""
    return _NUMBER.sub(lambda found: STAR * (len(found[0]) - _KEPT) + found[0][-_KEPT:], plain(text))
