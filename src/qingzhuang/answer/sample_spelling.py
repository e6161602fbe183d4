"""Numbers as the sample of a form shows them: telephones in groups (138 0000 0000), digits of full width. Without a sample they
are written as they are."""

import re
from functools import lru_cache

_GROUPED_MOBILE = re.compile(r"(?<![0-9])1[0-9Xx*]{2}([ \-])[0-9Xx*]{4}\1[0-9Xx*]{4}(?![0-9])")
_AREA_CODE = re.compile(r"(?<![0-9])0[0-9]{2,3}-[2-9][0-9Xx*]{6,7}(?![0-9])")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})")
_WIDE = re.compile(r"[\uff10-\uff19]{6,}")
_TO_WIDE = {ord(digit): 0xFF10 + int(digit) for digit in "0123456789"}


def phone_as_shown(number: str, hint: str | None) -> str:
    """Return a telephone number in the groups that the hint's sample has; anything else as it is."""
    between, area = _groups(hint or "")
    if between and _MOBILE.fullmatch(number):
        return between.join((number[:3], number[3:7], number[7:]))
    landline = _LANDLINE.fullmatch(number) if area else None
    return number if landline is None else f"{landline[1]}-{landline[2]}"


def wide_as_shown(text: str, hint: str | None) -> str:
    """Return a number with digits of full width where the hint's sample has them."""
    return text.translate(_TO_WIDE) if hint and _WIDE.search(hint) else text


@lru_cache(maxsize=1024)
def _groups(hint: str) -> tuple[str, bool]:
    """What stands between the groups of a mobile's sample, and whether a sample parts off the area code."""
    mobile = _GROUPED_MOBILE.search(hint)
    return (mobile[1] if mobile else "", _AREA_CODE.search(hint) is not None)


def shows_sample(hint: str | None) -> bool:
    """Tell whether a hint may change how a number is written."""
    return bool(hint) and (_groups(hint or "") != ("", False) or _WIDE.search(hint or "") is not None)
