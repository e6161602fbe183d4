"""The citizen identification number: GB 11643-1999, checksum ISO/IEC 7064 MOD 11-2.

Eighteen places: six for the administrative division (GB/T 2260) where the number was given out, eight for the birth
date, three for the order (odd: male, even: female), one check character. Before 1999 fifteen places without century
and check character; the order numbers 996 to 999 were then kept for people born before 1900.
The list of divisions is not checked: divisions are renamed and dissolved while a number stays for life.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_NOISE = re.compile(
    r"[\s'‘’`\-\u2010\u2013\u2014\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_SHAPE = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")
_CENTENARIANS = frozenset(("996", "997", "998", "999"))


class Flaw(StrEnum):
    """Why a text is not a valid number."""

    EMPTY = "empty"
    MASKED = "masked"
    LENGTH = "length"
    CHARACTER = "character"
    BIRTH = "birth"
    FUTURE = "future"
    CHECKSUM = "checksum"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A valid number. `text` has 18 places, also when 15 were given; `region` is the code of the division that gave
    the number out, which need not be where the person lives."""

    text: str
    region: str
    birth: date
    sex: str


def normalise(text: str) -> str:
    """Return the number as printed on the card: half-width, no spaces, dashes or apostrophes, a capital X."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).upper()


def check_character(first17: str) -> str:
    """Return the 18th character for 17 digits (ISO/IEC 7064 MOD 11-2). Raises ValueError for anything else."""
    if len(first17) != 17 or not first17.isascii() or not first17.isdigit():
        raise ValueError(first17)
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True)) % 11]


def flaws(text: str, as_of: date | None = None) -> tuple[Flaw, ...]:
    """Return all reasons why the text is no valid number, none for a valid one. `as_of` rules out later births."""
    number = normalise(text)
    shape = _shape_flaw(number)
    if shape is not None:
        return (shape,)
    long = _upgrade(number)
    found: list[Flaw] = []
    birth = _birth(long)
    if birth is None:
        found.append(Flaw.BIRTH)
    elif as_of is not None and birth > as_of:
        found.append(Flaw.FUTURE)
    if long[17] != check_character(long[:17]):
        found.append(Flaw.CHECKSUM)
    return tuple(found)


def parse(text: str, as_of: date | None = None) -> IdNumber | None:
    """Return what the number says, or None when it has a flaw: a mistyped number proves nothing."""
    if flaws(text, as_of):
        return None
    long = _upgrade(normalise(text))
    birth = _birth(long)
    if birth is None:  # pragma: no cover - flaws() has seen to it
        return None
    return IdNumber(long, long[:6], birth, "男" if int(long[16]) % 2 else "女")


def _shape_flaw(number: str) -> Flaw | None:
    if not number:
        return Flaw.EMPTY
    if "*" in number:
        return Flaw.MASKED
    if len(number) not in (15, 18):
        return Flaw.LENGTH
    return None if _SHAPE.fullmatch(number) else Flaw.CHARACTER


def _upgrade(number: str) -> str:
    """Give an old number its century and check character."""
    if len(number) == 18:
        return number
    century = "18" if number[12:] in _CENTENARIANS else "19"
    first17 = number[:6] + century + number[6:]
    return first17 + check_character(first17)


def _birth(long: str) -> date | None:
    try:
        return date(int(long[6:10]), int(long[10:12]), int(long[12:14]))
    except ValueError:
        return None
