"""Cells of registers as facts: 有/无, 是/否, numbers, days, levels of an office."""

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
_LEVELS = (
    ("village", re.compile(r"(?:村|社区|居)(?:民?委(?:员)?会|党支部|党总支|委)?$|村两委|社区居")),
    (
        "township",
        re.compile(
            r"(?:镇|乡|街道)(?:党委|党工委|人民政府|政府|办事处|党政办|[\u4e00-\u9fff]{0,8}(?:办|中心|站|所))?$|街道办|镇政府|乡政府|(?:镇|乡)党委|派出所"
        ),
    ),
    ("central", re.compile(r"^(?:国家|中央|全国|国务院)|部$")),
    ("province", re.compile(r"^省|[\u4e00-\u9fff]{2,3}省|自治区|^(?:区|市)直|省级")),
    ("county", re.compile(r"县|[\u4e00-\u9fff]区(?!域)|旗")),
    ("city", re.compile(r"市|州|盟|地区")),
)
_LEVEL_WORDS = {
    "中央": "central", "国家级": "central", "部级": "central", "国家": "central", "省级": "province", "省": "province", "自治区级": "province",
    "市级": "city", "市": "city", "地市级": "city", "地级": "city", "县级": "county", "县": "county", "区级": "county", "区县级": "county", "县区级": "county",
    "区": "county", "乡镇级": "township", "乡级": "township", "镇级": "township", "镇": "township", "街道级": "township", "乡镇(街道)": "township", "乡镇": "township", "街道": "township",
    "村级": "village", "村": "village", "社区": "village", "村(社区)": "village", "社区级": "village",
}  # fmt: skip


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


def level(text: str, owner: str) -> str | None:
    """The level of an office: as a column says, else as its name says (from narrow to wide)."""
    plain = text.strip().replace("（", "(").replace("）", ")")
    if plain in _LEVEL_WORDS:
        return _LEVEL_WORDS[plain]
    name = owner.strip()
    return next((each for each, pattern in _LEVELS if name and pattern.search(name)), None)
