"""A label that asks two things together gives each (就读学校及班级, 安装地点(小区、楼栋、单元), 中心坐标(东经、北纬)); one that takes either of two is
wider than each of them (学校(幼儿园)名称, 注册号或统一社会信用代码)."""

import re
from functools import lru_cache
from itertools import combinations

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable, narrower
from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon
from qingzhuang.match.wording.slots import Slots

_AND = re.compile(r"[及和与]")
_LIST = re.compile(r"^(?P<head>.*(?:地点|地址|住址|位置|坐落|坐标))\((?P<parts>[^()]*[、,/][^()]*)\)$")
_IDLE = re.compile(r"^(?:所在|所属)|(?:名称|名|号)$")
_AXES = {"东经": "经度", "北纬": "纬度"}
_COORDINATES = {"经度": "coordinates.longitude", "纬度": "coordinates.latitude"}
_NUMBERS = re.compile(r"(?:号|号码|代码|编码|编号)$")
_MARKS = ("本人", "签字", "签名", "盖章", "全称", "简称", "公章", "必填", "选填", "复印件", "原件", "章")
_PEOPLE = ("resident", "household", "role")
_LIMITS = (Kind.ROLE, Kind.QUALIFIER)


def joint(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """One of the things that a label asks together."""
    if (
        not parts_of(a.text)
        or a.quantity
        or a.nonfact
        or b.nonfact
        or not (a.listing and b.listing)
        or a.form == "yesno"
    ):
        return None
    if a.text == b.text or not _one_row(a, b) or a.time != b.time:
        return None
    bare = bare_of(b.text)
    if not {b.text, bare} & parts_of(a.text):
        return None
    formula = _COORDINATES.get(bare, "category.read")
    return derivable(formula, _("{b}是{a}的一部分。").format(a=a.text, b=b.text), "form")


def either(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """`b` also takes another thing in the place of what `a` asks."""
    if not (b.either or alternatives_of(b.text)):
        return None
    if a.nonfact or b.nonfact or a.quantity or b.quantity or a.role != b.role or a.time != b.time:
        return None
    if not (a.listing and b.listing) or (a.either == b.either and a.either):
        return None
    alternative = any(
        a.text == b.text.replace(f"({each})", "") and _is_another(each, lexicon) for each in b.either
    )
    if not alternative and a.text not in alternatives_of(b.text):
        return None
    return narrower(_("{b}也可以填别的，{a}只是其中一种。").format(a=a.text, b=b.text))


@lru_cache(maxsize=65536)
def parts_of(text: str) -> frozenset[str]:
    """What a label asks together, part by part; empty for a label that asks one thing."""
    return _of(text) | _listed(text)


def bare_of(text: str) -> str:
    """A part's name without what says only that it is one: 小区 of 所在小区名称."""
    return _IDLE.sub("", text)


def _of(text: str) -> frozenset[str]:
    """就读学校及班级: 就读学校, and 班级 with as much of the beginning as may belong to it."""
    parts = _AND.split(text)
    if len(parts) != 2 or min(map(len, parts)) < 2:
        return frozenset()
    one, other = parts
    return frozenset((one, *(one[:cut] + other for cut in range(len(one) - 1))))


def _listed(text: str) -> frozenset[str]:
    """The parts that stand in brackets behind a place, alone and next to one another."""
    found = _LIST.match(text)
    if found is None:
        return frozenset()
    parts = [_AXES.get(each, each) for each in re.split(r"[、,/]", found["parts"]) if each]
    ranges = ("".join(parts[start:end]) for start, end in combinations(range(len(parts) + 1), 2))
    return frozenset(each for each in ranges if each != "".join(parts)) - {""}


@lru_cache(maxsize=65536)
def alternatives_of(text: str) -> frozenset[str]:
    """注册号或统一社会信用代码; with a slash only where both are numbers."""
    parts = re.split(r"或者?", text)
    if len(parts) == 1 and "/" in text:
        parts = text.split("/")
        parts = parts if all(map(_NUMBERS.search, parts)) else []
    return frozenset(parts) if len(parts) == 2 and min(map(len, parts)) > 1 else frozenset()


def _is_another(word: str, lexicon: Lexicon) -> bool:
    """户主 behind 申请人 and 户籍 behind 地址 limit what is asked, they add nothing to it."""
    limits = any(each.kind in _LIMITS for each in lexicon.words.get(word, ()))
    return word not in _MARKS and not limits


def _one_row(a: Slots, b: Slots) -> bool:
    """Two forms about the same kind of rows, or one about an act on them."""
    if (a.group in _PEOPLE) != (b.group in _PEOPLE):
        return False
    return a.entity == b.entity or a.group not in _PEOPLE
