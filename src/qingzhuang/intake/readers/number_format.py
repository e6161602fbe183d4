"""Number formats: which of them show dates, and what a serial number then means (ECMA-376 part 1, 18.8.30, 18.17.4).
Shared by the readers of both spreadsheet formats."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

BUILT_IN_FORMATS = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""The codes that a file need not write down; 27 to 36 and 50 to 58 as in Chinese programs."""

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^hms\]][^\]]*\]', re.IGNORECASE)


@lru_cache(maxsize=1024)
def shows_date(code: str) -> bool:
    """Tell whether a format code shows a date or a time."""
    first = _QUOTED.sub("", code.partition(";")[0]).lower()
    return first not in {"general", "@"} and any(letter in first for letter in "ymdhs")


def moment(serial: float, *, date1904: bool = False) -> date | datetime | time | None:
    """Return what a serial number of days means: a time below 1, a date when whole, else both; None when out of
    range. The year 1900 is taken as the programs do, with a 29 February."""
    if not 0 <= serial < 2_958_466:
        return None
    days = int(serial)
    seconds = round((serial - days) * 86_400)
    if seconds == 86_400:
        days, seconds = days + 1, 0
    if days == 0 and not date1904:
        return (datetime(1900, 1, 1) + timedelta(seconds=seconds)).time()  # noqa: DTZ001 - wall time of a sheet
    epoch = date(1904, 1, 1) if date1904 else date(1899, 12, 31 if days < 60 else 30)
    day = epoch + timedelta(days=days)
    if not seconds:
        return day
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001 - as above
