"""Age rules: 年满60周岁, 60岁以上（含60岁）, 16—59周岁, 不满18周岁, 60周岁以上不满80周岁."""

import re

from qingzhuang.intake.definitions.numbers import DIGITS, number
from qingzhuang.model.definition import Ages

_UNIT = r"(?P<unit{n}>周岁|虚岁|岁)"
_NOTE = r"(?:[（(](?P<note{n}>不?(?:含|包括|包含)[^（()）]{{0,8}})[)）])?"
_SIDE = r"(?P<side{n}>及以上|以上|及以下|以下|以内|之内|及以内)?"
_TAIL = r"(?:[，,]?(?P<tail{n}>不?(?:含|包括|包含)(?:本数|{d}(?:周岁|岁)))(?![^，,。；;]{{0,2}}[以及]))?"
_LEAD = r"(?P<lead{n}>不满|未满|不足|未达到?|小于|低于|超过|大于|高于|年满|已满|满|达到?|年龄[在为]?)?"
_AGE = (
    _LEAD
    + r"(?P<age{n}>{d})"
    + _UNIT
    + _NOTE
    + _SIDE
    + r"(?:[（(](?P<after{n}>不?(?:含|包括|包含)[^（()）]{{0,8}})[)）])?"
    + _TAIL
)
_ONE = re.compile(_AGE.format(n=1, d=DIGITS))
_RANGE = re.compile(
    rf"(?P<low>{DIGITS})(?:周岁|岁)?(?:[（(]含[^（()）]{{0,6}}[)）])?(?:-|—|–|－|~|～|至|到){{1,2}}(?:未满|不满)?(?P<high>{DIGITS})(?P<unit>周岁|虚岁|岁)"
    r"(?:[（(](?P<note>不?(?:含|包括|包含)[^（()）]{0,10})[)）])?"
)
_NOT = re.compile(r"^不")
_OLD = 150


def ages(text: str) -> Ages | None:
    """Return the age rule of a sentence; None when it states none or they contradict. 以上 and 以下 include the number, 不满 and
    超过 do not (Civil Code, article 1259), unless the sentence says otherwise."""
    if ranges := {_range(found) for found in _RANGE.finditer(text)}:
        return ranges.pop() if len(ranges) == 1 else None
    rules = [rule for found in _ONE.finditer(text) if (rule := _one(found))]
    if not rules or any(rule.nominal is not rules[0].nominal for rule in rules):
        return None
    lows = {rule.low for rule in rules if rule.low is not None}
    highs = {rule.high for rule in rules if rule.high is not None}
    if len(lows) > 1 or len(highs) > 1:
        return None
    low, high = next(iter(lows), None), next(iter(highs), None)
    return None if low is not None and high is not None and low > high else Ages(low, high, rules[0].nominal)


def _range(found: re.Match[str]) -> Ages | None:
    low, high = number(found["low"]), number(found["high"])
    if low is None or high is None or not low < high <= _OLD:
        return None
    without = _NOT.match(found["note"] or "") or "满" in found.group()[len(found["low"]) :]
    return Ages(low, high - 1 if without else high, found["unit"] == "虚岁")


def _one(found: re.Match[str]) -> Ages | None:
    years, lead, side = number(found["age1"]), found["lead1"] or "", found["side1"] or ""
    note = found["note1"] or found["after1"] or found["tail1"] or ""
    if years is None or years > _OLD:
        return None
    nominal, without = found["unit1"] == "虚岁", bool(_NOT.match(note))
    if lead in ("不满", "未满", "不足", "未达", "未达到", "小于", "低于"):
        return Ages(None, years - 1, nominal)
    if lead in ("超过", "大于", "高于"):
        return Ages(years + 1, None, nominal)
    if "上" in side:
        return Ages(years + 1 if without else years, None, nominal)
    if side:
        return Ages(None, years - 1 if without else years, nominal)
    return Ages(years, None, nominal) if lead in ("年满", "已满", "满", "达", "达到") else None
