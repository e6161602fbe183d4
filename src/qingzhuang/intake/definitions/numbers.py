"""Numbers in notes: 60, 六十, 半年, 两."""

import re

DIGITS = r"(?:\d{1,4}|[零〇一二两三四五六七八九十百]{1,5})"
_VALUES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_PLAIN = re.compile(r"\d+")


def number(text: str) -> int | None:
    """Return a whole number below a thousand, in digits or as 六十五, 一百二十; None for anything else."""
    if _PLAIN.fullmatch(text):
        return int(text)
    total, digit = 0, None
    for sign in text:
        if sign in _VALUES:
            if digit is not None and digit != 0:
                return None
            digit = _VALUES[sign]
        elif sign in "十百":
            total += (1 if digit is None else digit) * (10 if sign == "十" else 100)
            digit = None
        else:
            return None
    return total + (digit or 0) if text else None
