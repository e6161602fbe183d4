"""Cells of registers as facts: 有/无, 是/否, numbers, days."""

import re
from datetime import date, datetime

_YES = frozenset(("是", "有", "√", "✓", "y", "yes", "1", "设置", "已设置", "要求", "强制", "true", "对"))
_NO = frozenset(
    (
        "否",
        "无",
        "×",
        "x",
        "n",
        "no",
        "0",
        "未设置",
        "没有",
        "不要求",
        "不强制",
        "未",
        "false",
        "错",
        "-",
        "—",
        "/",
    )
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DAY = re.compile(r"((?:19|20)\d\d)[年./-](\d{1,2})(?:[月./-](\d{1,2})?)?")
_DATE8 = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)$")
_UNITS = {"万": 10_000, "亿": 100_000_000, "千": 1_000}


def yes_no(text: str) -> bool | None:
    """Read 有/无, 是/否, √/×; a longer text that begins so is read by its beginning; anything else is None."""
    plain = text.strip().casefold()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    if plain.startswith(("没有", "未", "不", "无", "否")):
        return False
    return True if plain.startswith(("有", "是", "已", "每", "必须", "需")) else None


def is_no(text: str) -> bool:
    """Tell whether a cell says no and nothing else."""
    return text.strip().casefold() in _NO


def number(value: object) -> float | None:
    """Read 1,200 · 1.2万 · 95%; a written 无 is 0, an empty cell None."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = str(value or "").strip().replace(",", "").replace("，", "")
    if text in _NO:
        return 0.0
    found = _NUMBER.search(text)
    if found is None:
        return None
    unit = text[found.end() : found.end() + 1]
    return float(found[0]) * _UNITS.get(unit, 1)


def day(value: object) -> date | None:
    """Read a date cell, or 2026-3-1, 2026年3月, 20260301; a month alone means its first day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    found = _DATE8.match(text) or _DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None
