"""An answer as somebody typed it: the value that the ledger keeps, or words that say what does not fit."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.values import BLANK, Shape, read_value
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.form import ItemType
from qingzhuang.model.id_number import Flaw, flaws
from qingzhuang.model.sheet import Scalar

LONGEST = 200
NONE = "无"
_NONE_SAID = frozenset(("无", "没有", "没有电话", "无电话"))
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?")
_BETWEEN = re.compile(r"[\s/、,;|]+")  # one phone of several
_MONTH = re.compile(r"(?:18|19|20)[0-9]{2}-[0-9]{2}")
_YEARS = range(1880, 2101)
FLAWS = {
    Flaw.EMPTY: later("还没有写号码。"),
    Flaw.MASKED: later("号码里有星号，请写完整的 18 位。"),
    Flaw.LENGTH: later("身份证号是 18 位，请数一数。"),
    Flaw.CHARACTER: later("身份证号只有数字，最后一位可以是 X。"),
    Flaw.BIRTH: later("第 7 到 14 位不是一个日期，请对着证件看一遍。"),
    Flaw.FUTURE: later("第 7 到 14 位的日期还没有到，请对着证件看一遍。"),
    Flaw.CHECKSUM: later("最后一位和前面对不上，多半有一位打错了，请对着证件看一遍。"),
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """`value` is None when `wrong` says why not."""

    value: Scalar = None
    wrong: str = ""


def accept(text: str, shape: Shape, day: date) -> Accepted:
    """Read an answer of the element's type. What does not fit is never bent until it does."""
    if _UNSEEN.search(text):
        return Accepted(wrong=_("里面有看不见的字符，请删掉重打一遍。"))
    plain = text.strip()
    if len(plain) > LONGEST:
        return Accepted(wrong=_("话长了些，请缩到 {count} 字以内。").format(count=LONGEST))
    if unicodedata.normalize("NFKC", plain) in BLANK:
        return Accepted(wrong=_("这样写等于空着。不知道就选“不知道”，没有就写“无”。"))
    found = _READERS.get(shape.type, _text)(read_value(plain, plain, shape), shape, day)
    return replace(found, value=shape.kept(found.value)) if shape.printed else found


def _text(value: Scalar, _shape: Shape, _day: date) -> Accepted:
    return Accepted(value)


def _id_number(value: Scalar, _shape: Shape, day: date) -> Accepted:
    found = flaws(str(value), day)
    return Accepted(wrong=FLAWS[found[0]]) if found else Accepted(value)


def is_phone(text: str) -> bool:
    """Tell whether a text holds telephone numbers and nothing else: one, or several beside each other."""
    parts = [each for each in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if each]
    return bool(parts) and all(_MOBILE.fullmatch(each) or _LANDLINE.fullmatch(each) for each in parts)


def _phone(value: Scalar, _shape: Shape, _day: date) -> Accepted:
    number = unicodedata.normalize("NFKC", str(value))
    if number in _NONE_SAID:
        return Accepted(NONE)
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number):
        return Accepted(number)
    return Accepted(wrong=_("电话位数不对：手机 11 位，固定电话带上区号。没有就写“无”。"))


def _date(value: Scalar, _shape: Shape, _day: date) -> Accepted:
    found = as_date(value)
    if found is None or found.year not in _YEARS:
        return Accepted(wrong=_("看不出是哪一天，请写成 2026-11-24 这样。"))
    return Accepted(found)


def _month(value: Scalar, _shape: Shape, _day: date) -> Accepted:
    text = str(value)
    if not _MONTH.fullmatch(text) or not 1 <= int(text[5:]) <= 12:
        return Accepted(wrong=_("看不出是哪年哪月，请写成 2026-11 这样。"))
    return Accepted(text)


def _yesno(value: Scalar, _shape: Shape, _day: date) -> Accepted:
    return Accepted(value) if value in ("是", "否") else Accepted(wrong=_("请答“是”或“否”。"))


def _integer(value: Scalar, shape: Shape, day: date) -> Accepted:
    found = _number(value, shape, day)
    if isinstance(found.value, float) and not found.value.is_integer():
        return Accepted(wrong=_("这里要整数，请不要写小数。"))
    if isinstance(found.value, int | float) and found.value < 0:
        return Accepted(wrong=_("数出来的个数不会小于 0，请看看是不是多打了一个减号。"))
    return found


def _number(value: Scalar, _shape: Shape, _day: date) -> Accepted:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Accepted(wrong=_("这里要一个数，请不要写字。没有就写 0。"))
    return Accepted(value)


def _code(value: Scalar, shape: Shape, _day: date) -> Accepted:
    if shape.codes and value not in shape.codes:
        return Accepted(wrong=_("请在给出的几项里选一项。"))
    return Accepted(value)


_READERS: Mapping[ItemType, Callable[[Scalar, Shape, date], Accepted]] = {
    ItemType.ID_NUMBER: _id_number,
    ItemType.PHONE: _phone,
    ItemType.DATE: _date,
    ItemType.MONTH: _month,
    ItemType.YESNO: _yesno,
    ItemType.INTEGER: _integer,
    ItemType.NUMBER: _number,
    ItemType.CODE: _code,
}
