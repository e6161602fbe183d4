"""One spelling for looking, letter for letter: every offset stays what it was."""

import unicodedata
from functools import cache

_SEEN = "\u200b"
_HIDDEN = (
    0xAD,
    0x200B,
    0x200C,
    0x200D,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
)
_DASHES = (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x30FC)
_SPACES = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)


@cache
def _letters() -> dict[int, str]:
    """Digits of every script, letters of every width and style to plain capitals; dashes and spaces to one of each."""
    found: dict[int, str] = {}
    for code in range(0x80, 0x20000):
        char = chr(code)
        if 0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xFAFF:
            continue
        if unicodedata.category(char) == "Nd":
            found[code] = str(unicodedata.digit(char))
        elif len(plain := unicodedata.normalize("NFKC", char)) == 1 and plain != char and plain.isascii():
            found[code] = plain.upper()
    found |= {code: chr(code - 32) for code in range(ord("a"), ord("z") + 1)}
    found |= dict.fromkeys(_HIDDEN, _SEEN) | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_SPACES, " ")
    return found | {ord("："): ":", ord("，"): ",", ord("（"): "(", ord("）"): ")"}


def spelt(text: str) -> str:
    """The text in one spelling, as long as it was."""
    return text.translate(_letters())
