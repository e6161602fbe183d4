"""What sort of thing a column asks, by its last words: no address is a day. Two columns of unlike sorts are no question for a person."""

import re

from qingzhuang.match.slots import Slots

_PRINTED = re.compile(r"\(([^()]*)\)")
_BETWEEN, _PER = re.compile(r"[、/;,]|或"), re.compile(r"元/|/[人户年月天亩]$")
_YESNO = re.compile(r"是否|有无|有没有|能否")
_ENDS = (
    ("day", re.compile(r"(?:日期|时间|年月日?|月份|年度)$")),
    ("code", re.compile(r"(?:编码|代码|号码|编号|标识码|证号|证书号|识别号)$")),
    ("place", re.compile(r"(?:地址|地点|位置|住址|四至|乡镇|街道)$")),
    ("name", re.compile(r"(?:名称|姓名)$")),
    ("class", re.compile(r"(?:类别|类型|种类|方式|形式|等级|级别|性质|状态)$")),
)

_TOLD = ({"yesno", "day"}, {"yesno", "class"})


def printed(text: str) -> tuple[str, ...]:
    """The answers that a label prints in brackets: 自营, 承包经营 of 经营方式(自营、承包经营). Empty for a note that is no list."""
    notes = (note for note in _PRINTED.findall(text) if not _PER.search(note))
    found = (part for part in map(_BETWEEN.split, notes) if len(part) > 1)
    return tuple(each for part in found for each in part if each)


def unlike(a: Slots, b: Slots) -> bool:
    """Whether both columns say what sort of answer they want, and want different ones. A day or a class may tell a yes/no of the same words."""
    one, other = _sort(a), _sort(b)
    if not one or not other or one == other:
        return False
    return not ({one, other} in _TOLD and _shares(a.text, b.text))


def _shares(one: str, other: str) -> bool:
    return any(one[start : start + 2] in other for start in range(len(one) - 1))


def _sort(slots: Slots) -> str:
    """yesno, class, figure, day, code, place, name, or nothing where the label does not tell."""
    if slots.form == "yesno" or _YESNO.search(slots.text):
        return "yesno"
    bare = _PRINTED.sub("", slots.text)
    ends = next((name for name, words in _ENDS if words.search(bare)), "")
    if ends or not (slots.quantity or slots.choices or printed(slots.text)):
        return ends
    return "figure" if slots.quantity else "class"
