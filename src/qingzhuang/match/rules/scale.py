"""One figure or code at two scales: 月租金 and 年租金, 占地(亩) and 占地面积(公顷), a class of four digits and of two."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.rules.derive import converted
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.gist import one_sided, pieces
from qingzhuang.match.wording.slots import Slots

_MONTH = re.compile(r"每月|月均|月")
_YEAR = re.compile(r"每年|年均|全年|年")
_DIGITS = re.compile(r"\(?([1-9]\d?|[一两二三四五六七八九十]{1,2})位\)?")
_NUMBERS = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_CODE_WORDS = re.compile(r"代码|编码|编号|[一二三]级|\([^()]*\)")
_RANKS = ("小类", "中类", "大类", "门类")
_RANK = re.compile("|".join(_RANKS))
_CLASS_WORDS = re.compile(r"小类|中类|大类|门类|代码|编码|名称|所属|所在|[()]")
# What a second column may say more of the same figure.
_IDLE = re.compile(r"^(?:实际|完成|面积|总|量|数|额|金额|合计|大约|折合|约|占)*$")


def scale(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Two columns of one form that say one thing at two scales."""
    if a.listing is None or b.listing is None or a.nonfact or b.nonfact:
        return None
    if a.listing != b.listing:
        return _classes(a, b) if "类" in a.text and "类" in b.text else None
    return _yearly(a, b) or _units(a, b, lexicon) or _digits(a, b) or _classes(a, b)


def _yearly(a: Slots, b: Slots) -> Outcome | None:
    """A month's rent gives the year's; the year's income need not have come month by month."""
    if not (a.quantity and b.quantity) or a.unit != b.unit or "月" not in a.text or "年" not in b.text:
        return None
    if "月" in b.text or _MONTH.sub("", a.text) != _YEAR.sub("", b.text) or len(b.text) < 3:
        return None
    return derivable("month.year", _("{b}是{a}的十二倍。").format(a=a.text, b=b.text))


def _units(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    if (
        a.unit is None
        or b.unit is None
        or a.unit.dimension != b.unit.dimension
        or a.unit.factor == b.unit.factor
    ):
        return None
    longer, shorter = sorted((a.text, b.text), key=len, reverse=True)
    if not one_sided(a.text, b.text) or not all(_IDLE.match(each) for each in pieces(longer, shorter)):
        return None
    return converted(a, b, lexicon)


def _digits(a: Slots, b: Slots) -> Outcome | None:
    """地类编码(四位) tells 一级地类(两位)."""
    one, other = _width(a), _width(b)
    if one is None or other is None or one <= other:
        return None
    said, told = _CODE_WORDS.sub("", a.text), _CODE_WORDS.sub("", b.text)
    if not any(said[start : start + 2] in told for start in range(len(said) - 1)):
        return None
    return derivable("code.parent", _("{b}是{a}的前几位。").format(a=a.text, b=b.text), "form")


def _classes(a: Slots, b: Slots) -> Outcome | None:
    """行业小类 tells 行业门类; a person reads it off the classification."""
    one, other = (_RANK.search(each.text) for each in (a, b))
    if one is None or other is None or a.role != b.role or a.time != b.time or a.quantity or b.quantity:
        return None
    if _RANKS.index(one.group()) >= _RANKS.index(other.group()):
        return None
    said, told = (_CLASS_WORDS.sub("", each.text) for each in (a, b))
    if len(told) < 2 or not any(told[start : start + 2] in said for start in range(len(told) - 1)):
        return None
    return derivable(
        "category.read", _("“{b}”比“{a}”粗，按分类表归并即得。").format(a=a.text, b=b.text), "form"
    )


def _width(slots: Slots) -> int | None:
    found = _DIGITS.search(slots.width or "") or _DIGITS.search(slots.text)
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
