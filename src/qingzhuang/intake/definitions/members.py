"""What is counted in, left out, or counted alone: 含…, 不含…, 除…外, …不计入, 仅统计…."""

import re
from dataclasses import dataclass

_END = r"(?=[，,。；;：:（()）]|$)"
_THING = r"(?P<what>[^，,。；;：:（()）]{1,60}?)"
_OUT = (
    re.compile(rf"(?:不含|不包括|不包含|不计(?!入|算在|在)算?|不统计(?!在)|不填报?|剔除|扣除|减去|不得计入|不再统计){_THING}(?:在内)?{_END}"),
    re.compile(r"(?:除去?|扣除)(?P<what>[^，,。；;：:（()）]{1,40}?)(?:之外|以外|外)"),
    re.compile(r"(?:^|[，,（(：:])(?P<what>[^，,。；;：:（()）]{1,40}?)(?:均|都|一律)?(?:除外|不计入|不予计入|不予统计|不计算在内|不计在内|不算|不在统计之列|不在统计范围|不纳入(?:统计)?|不列入|不统计在内|不包括在内|不填|不再(?:统计|计入|填报)|不在此列|(?:剔除|扣除|不计|不统计)(?=[，,。；;：:（()）]|$))"),
)  # fmt: skip
_ONLY = (
    re.compile(rf"(?:(?:仅|只|限)(?:统计|填报?写?|指|限于?|包括|包含|含|计算?|反映)|限于){_THING}{_END}"),
)
_IN = (
    re.compile(rf"(?<![不仅只未])(?:包括|包含|涵盖|(?<!包)含(?!义)(?:有)?){_THING}(?:在内)?{_END}"),
    re.compile(r"(?:^|[，,（(：:])(?P<what>[^，,。；;：:（()）不]{1,40}?)(?:的[，,])?(?:也|均|都|一并|应当?|同样)*(?<!不)(?<!方可)(?<!才能)(?<!才可)(?<!再)(?:计入(?:在内)?|纳入统计|统计在内|计算在内|列入统计)"),
)  # fmt: skip
_AND = re.compile(r"、|以及|及(?!其|以)|和|与|或(?!者)|或者")
_AGE = re.compile(r"^(?:本数|\d{1,3}(?:周岁|岁)?|[一二三四五六七八九十]{1,3}(?:周岁|岁))$")
_YEARS = re.compile(r"^[^，,]{0,6}满?(?:\d{1,3}|[一二三四五六七八九十]{1,4})(?:周岁|岁)[^，,]{0,4}$|^也$")
_WAY = re.compile(r"按|^(?:[一1](?:次|人|个|户|回))$")
"""How something is counted (按册计入, 只计一次), and so nothing that is."""
_TAIL = re.compile(r"(?:等|等人员|等情况|的|在内|人数|数)$")
_HEAD = re.compile(r"^(?:在统计时|其中|已(?=入|死|去|退|迁|外)|当前|本栏|本项)")


@dataclass(frozen=True, slots=True)
class Members:
    """The words of each kind, and the sentence without them."""

    only: tuple[str, ...]
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    rest: str


def members(text: str) -> Members:
    """Return what a sentence counts in and leaves out."""
    excludes, rest = _taken(_OUT, text)
    only, rest = _taken(_ONLY, rest)
    includes, rest = _taken(_IN, rest)
    return Members(only, includes, excludes, rest)


def _taken(patterns: tuple[re.Pattern[str], ...], text: str) -> tuple[tuple[str, ...], str]:
    words: list[str] = []
    for pattern in patterns:
        for found in pattern.finditer(text):
            words += _things(found["what"])
        text = pattern.sub("，", text)
    return tuple(dict.fromkeys(words)), text


def _things(words: str) -> list[str]:
    found = (_HEAD.sub("", _TAIL.sub("", each)) for each in _AND.split(words))
    return [
        each for each in found if each and not (_AGE.match(each) or _YEARS.match(each) or _WAY.search(each))
    ]
