"""Saying a known value in the form's own words: its choices, its unit, its precision."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time

from qingzhuang.answer.derive import NO, YES, derive
from qingzhuang.answer.derive_dates import as_date
from qingzhuang.model.form import Entry, Item, ItemType
from qingzhuang.model.sheet import Scalar

DECIMALS, _ENDLESS = 4, 14
_LEAD = re.compile(r"^[\[(（【]?[0-9A-Za-z]{1,3}[\])）】.、:：\-—_ ]*(?=[^\x00-\x7f])")
_BOX = re.compile(r"^[□☐☑○◯\s]+")
_TAIL = re.compile(r"[(（].*?[)）]$")
_ENDS = ("结构", "文化程度", "学历", "残疾", "人员", "性", "族", "户")
_SAME = (
    (YES, "有", "√", "✓", "对", "Y", "YES", "TRUE"),
    (NO, "无", "没有", "×", "✗", "错", "N", "NO", "FALSE"),
    ("男", "男性", "M"),
    ("女", "女性", "F"),
    ("中共党员", "党员", "中国共产党党员", "正式党员"),
    ("中共预备党员", "预备党员", "中国共产党预备党员"),
    ("共青团员", "团员", "中国共产主义青年团团员"),
    ("群众", "普通群众"),
    ("小学", "小学毕业"),
    ("初中", "初级中学", "初中毕业"),
    ("高中", "普通高中", "高级中学", "高中毕业"),
    ("中专", "中等专业学校", "中专/中技"),
    ("大专", "专科", "大学专科", "大学专科教育"),
    ("本科", "大学本科", "大学本科教育"),
    ("研究生", "研究生及以上", "研究生教育"),
    ("离婚", "离异"),
    ("丧偶", "寡"),
    ("务农", "在家务农"),
    ("钢混", "钢筋混凝土"),
)


def words_of(value: Scalar, item: Item, unit_formula: str | None = None) -> Scalar:
    """Return the value as the form wants it, None when the form has no word for it. Days come as ISO text, whole
    numbers as such; the writer gives them the template's look."""
    if unit_formula is not None:
        value = _rounded(derive(unit_formula, [value], date.max))
    if value is None:
        return None
    if item.spelling and item.entry is not Entry.CHOICE:
        return spelt(value, item)
    if item.codes:
        return choose(value, item.codes)
    if item.entry is Entry.CHOICE:
        return None
    return _plain(value, item.type)


def _rounded(value: Scalar) -> Scalar:
    """A converted figure whose decimals do not end is kept to four: 5 mu are 0.3333 hectares."""
    return round(value, DECIMALS) if isinstance(value, float) and len(repr(value)) > _ENDLESS else value


def spelt(value: Scalar, item: Item) -> Scalar:
    """Return what the form wants written for a value, None when it does not say how or leaves the cell blank for it. Where it
    only says how to write that there is nothing, all else is written as elsewhere."""
    pairs = dict(item.spelling)
    said = derive("category.yesno", [value], date.max) if set(pairs) <= {YES, NO} else value
    meant = choose(said, tuple(pairs)) if said is not None else None
    if meant is not None:
        return pairs[meant] or None
    if len(pairs) > 1 or YES in pairs:
        return None
    return choose(value, item.codes) if item.codes else _plain(value, item.type)


def left_blank(value: Scalar, item: Item) -> bool:
    """Tell whether the form says just this by leaving the cell blank."""
    pairs = dict(item.spelling)
    meant = choose(value, tuple(pairs)) if pairs and value is not None else None
    return pairs[meant] == "" if meant is not None else left_blank_for_no(value, item.codes)


def left_blank_for_no(value: Scalar, codes: Sequence[str]) -> bool:
    """Tell whether the form says no by leaving its only mark, that for yes, away."""
    text = _text(value)
    return _equally(text, NO) and not choose(value, codes) and any(_equally(code, YES) for code in codes)


def choose(value: Scalar, codes: Sequence[str]) -> str | None:
    """Return the printed choice that says the value, None when none or several do."""
    text = _text(value)
    for same in (_exactly, _barely, _equally, _among):
        found = [code for code in codes if same(text, code)]
        if len(found) == 1:
            return found[0]
    return None


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return _iso(value) if isinstance(value, date | time) else str(value).strip()


def _iso(value: date | time) -> str:
    return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()


def _exactly(text: str, code: str) -> bool:
    return text == code.strip()


def _barely(text: str, code: str) -> bool:
    """Compare without numbering and notes: 1.汉族 is 汉族."""
    return _bare(text) == _bare(code)


def _equally(text: str, code: str) -> bool:
    """Compare by meaning: 女性 is 女, 汉 is 汉族."""
    mine, theirs = _stem(_bare(text)), _stem(_bare(code))
    return mine == theirs or any(mine in group and theirs in group for group in _STEMS)


def _among(text: str, code: str) -> bool:
    """A choice may name several words: 户主/本人, 子/婿, 文盲或半文盲; a grade may stand without 级."""
    parts = [_bare(part) for part in re.split(r"[/／、]|或者?", code)]
    return _bare(text) in parts or _exactly(text.removesuffix("级"), code)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    return _TAIL.sub("", _LEAD.sub("", _BOX.sub("", plain))).strip().upper()


def _stem(text: str) -> str:
    for end in _ENDS:
        if text.endswith(end) and len(text) > len(end):
            return text.removesuffix(end)
    return text


_STEMS = tuple(frozenset(map(_stem, group)) for group in _SAME)


def _plain(value: Scalar, kind: ItemType) -> Scalar:
    if kind is ItemType.YESNO:
        return derive("category.yesno", [value], date.max)
    if kind is ItemType.MONTH:
        day = as_date(value)
        return value if day is None else f"{day.year:04}-{day.month:02}"
    if kind is ItemType.DATE:
        day = as_date(value)
        return _text(value) if day is None else day.isoformat()
    if isinstance(value, bool | date | time):
        return _text(value)
    return value
