"""A time of a slot key in words: M-1 上月, 2025M3 2025 年 3 月. What has no words of its own is left out, never shown as a mark."""

import re

_TIME = re.compile(
    r"(?:(?P<year>\d{4})|Y(?P<off>[+-]\d+))?(?:(?P<scale>[A-Z])(?P<step>[+-]?\d+)(?:D(?P<day>\d+))?|(?P<term>[春秋]))?"
)
_YEARS = {0: "本年", -1: "上年", 1: "下年"}
_SCALES = {"M": "月", "Q": "季度", "H": "半年", "P": "期", "W": "周", "S": "学期", "D": "日", "T": "学期"}
_NEAR = {0: "本", -1: "上", 1: "下"}


def time_words(text: str) -> str:
    """Return the words of a time as a slot key writes it; empty where there are none."""
    found = _TIME.fullmatch(text)
    if found is None:
        return ""
    year = f"{found['year']} 年" if found["year"] else _offset(found["off"])
    part = _part(found["scale"], found["step"], found["day"]) if found["scale"] else _term(found["term"])
    return " ".join(each for each in (year, part) if each)


def _offset(step: str | None) -> str:
    return (
        "" if step is None else _YEARS.get(int(step), f"{abs(int(step))} 年{'前' if int(step) < 0 else '后'}")
    )


def _term(term: str | None) -> str:
    return f"{term}季学期" if term else ""


def _part(scale: str, step: str, day: str | None) -> str:
    word = _SCALES.get(scale, "")
    if not word:
        return ""
    if step[0] in "+-":
        return _NEAR[int(step)] + word if int(step) in _NEAR else ""
    if scale in "HS":
        return ("上" if int(step) == 1 else "下") + word
    if scale == "M":
        return f"{int(step)} 月" + (f" {int(day)} 日" if day else "")
    return f"第 {int(step)} {word}"
