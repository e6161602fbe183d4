"""A yes/no that a number or a day answers: 层数 → 是否3层及以上, 服役年限 → 是否满10年, 归还日期 → 是否归还."""

import re
from collections import Counter

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

# 以上, 以下, 以内 include the number itself, 超过 and 不满 do not (Civil Code, article 1259).
_BOUND = re.compile(
    r"(?P<lead>不超过|超过|大于|多于|高于|年满|届满|不满|未满|满|达到|达|不足|低于|少于|小于|在|有)?"
    r"(?P<low>\d+(?:\.\d+)?)(?:[-至到~](?P<high>\d+))?\(?(?P<unit>周岁|岁|年|层|人|户|亩|间|个|头|只|平方米|㎡|万元|元|次|天)"
    r"\(?(?:含|及|\))*(?P<tail>以上|以下|以内)?\)?"
)
_LEADS = {
    "超过": "gt", "大于": "gt", "多于": "gt", "高于": "gt", "不满": "lt", "未满": "lt", "不足": "lt", "低于": "lt", "少于": "lt",
    "小于": "lt", "不超过": "le",
}  # fmt: skip
_TAILS = {"以上": "ge", "以下": "le", "以内": "le"}
_YEARS = {"周岁": "岁", "岁": "岁", "年": "年"}
_DAYS = ("date", "month", "year", "time")
_DATE_WORDS = re.compile(r"(?:年月日|日期|时间|年月|年份|年度|日)$")
_ASKED = re.compile(r"是否已?经?|有无|有没有")
_IDLE = re.compile(r"[已了过的经]")
_OPEN = re.compile(
    r"计划|拟|应|预|到期|截止|期限|限期|限时|有效|终止|结束|期满|下次|退出|取消|停|注销|变更|解除|未|申请|失效|要求|清退"
)
_EXPIRED = re.compile(r"(?:过期|到期|逾期|失效)$")
_UNTIL = re.compile(r"(?:到期|有效期|截止|终止|失效)(?:日期|时间|年月日|日|至)?$")


def bounded(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A number or a day tells whether it reaches the bound that b names."""
    found = _BOUND.search(b.text) if b.form == "yesno" and a.form != "yesno" and a.role == b.role else None
    if found is None:
        return None
    formula = _formula(a, b, found, lexicon)
    why = _("{b}可由{a}判断。").format(a=a.text, b=b.text)
    return derivable(formula, why) if formula else None


def _formula(a: Slots, b: Slots, found: re.Match[str], lexicon: Lexicon) -> str | None:
    said = _ASKED.sub("", b.text[: found.start()] + b.text[found.end() :])
    bound = _bound(found)
    unit = _YEARS.get(found["unit"], found["unit"])
    if unit == "岁" and a.concept in lexicon.derivations.age_marks and not a.rest:
        return f"{_of_age(a)}.{bound}"
    if a.form in _DAYS and unit == "年":
        text = _DATE_WORDS.sub("", a.text)
        near = _shares(said.removesuffix("年限").removesuffix("时间"), text)
        return f"years.{bound}" if near and a.form == "date" and not _OPEN.search(a.text) else None
    if not _counts(a, unit) or any(name != "people" for name, _value in a.qualifiers ^ b.qualifiers):
        return None
    return f"number.{bound}" if _shares(said, a.text) or (len(said) < 2 and a.realm == b.realm) else None


def _of_age(a: Slots) -> str:
    return {"person.id_no": "id_years", "person.birth": "years"}.get(a.concept or "", "number")


def _bound(found: re.Match[str]) -> str:
    if found["high"]:
        return f"ge.{found['low']}+le.{found['high']}"
    test = _TAILS.get(found["tail"] or "") or _LEADS.get(found["lead"] or "") or "ge"
    return f"{test}.{found['low']}"


def _counts(a: Slots, unit: str) -> bool:
    """Whether a is a number of what the bound counts: 层数 counts 层, 服役年限 (年) counts 年."""
    if not (a.quantity or a.form in ("integer", "number")):
        return False
    if a.unit is not None:
        return unit == a.unit.symbol or (unit == "㎡" and a.unit.symbol == "平方米")
    return a.text.endswith((f"{unit}数", f"{unit}限", f"{unit}龄")) or (unit == "层" and "层" in a.text)


def _shares(said: str, text: str) -> bool:
    """Two characters that stand side by side in both."""
    return any(said[start : start + 2] in text for start in range(len(said) - 1))


def dated(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A day on which something was done tells that it was; the last day of validity tells whether it is over."""
    if b.form != "yesno" or a.form not in _DAYS or a.role != b.role:
        return None
    asked = _ASKED.sub("", b.text)
    why = _("填了{a}就知道{b}。").format(a=a.text, b=b.text)
    if _EXPIRED.search(asked) and _UNTIL.search(a.text):
        same = _EXPIRED.sub("", asked) in ("", _UNTIL.sub("", a.text))
        return derivable("day.past", why) if same and a.form in ("date", "time") else None
    return derivable("category.yesno", why, "form") if _done(asked, a.text) else None


def _done(asked: str, day: str) -> bool:
    """Whether all that is asked stands in the day's name, which is no plan, deadline or end."""
    what, name = _IDLE.sub("", asked), _DATE_WORDS.sub("", day)
    return len(what) > 1 and not _OPEN.search(name) and not Counter(what) - Counter(name)
