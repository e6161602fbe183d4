"""The filing list as a second table: is an app filed, by its number or by its name and owner."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.values import yes_no
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.case import Doubt, Known, Origin

_MARKS = re.compile(r"[\s\-_—·.()（）《》“”\"]+")
_ENDS = re.compile(
    r"(?:微信小程序|支付宝小程序|小程序|手机客户端|客户端|应用程序|手机版|平台|系统|app)+$", re.IGNORECASE
)

_ALIKE = 40.0
_NOT_LISTED = later("备案名单里没有")
_NOT_FILED = ("none", "lapsed", "revoked")
_OTHER_FILING = re.compile(r"ICP|公网安备", re.IGNORECASE)
_STATUS = (
    ("exempt", re.compile(r"(?:不需|无需|不用|免)要?备案|不属于?备案范围")),
    ("lapsed", re.compile(r"视为放弃|自动放弃")),
    ("revoked", re.compile(r"撤销")),
    ("submitted", re.compile(r"正在|办理中|审核中|申报中|已提交|待审|备案中|申请中|已申请|已报")),
    ("none", re.compile(r"未(?:完成|履行|办理|通过)?备案|没有备案|尚未|待备案|未提交|未申请|不予")),
    ("filed", re.compile(r"已(?:完成|通过)?备案|备案(?:成功|通过|完成)|^通过$|^完成$")),
)


@dataclass(frozen=True, slots=True)
class Filings:
    """Numbers and names on the list, each with the other."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Filings":
        """The list as rows of a register."""
        listed = [row for row in rows if (declared_status(row) or ("", ""))[1] not in _NOT_FILED]
        numbers = {plain_number(row.text("filing_no")): row.text("name") for row in listed}
        names = {stem(row.text("name")): row.text("filing_no") for row in listed if row.text("name")}
        return cls({number: name for number, name in numbers.items() if number}, names)

    def status(self, row: Row) -> Known | Doubt:
        """filed when its number or, without a number, its name stands in the list, else none; a number that the list gives to
        another name is a doubt."""
        number = plain_number(row.text("filing_no"))
        declared = declared_status(row)
        if declared and declared[1] == "exempt":
            return Known("exempt", Origin.DECLARED, row.cells.get(declared[0], row.where))
        where = row.cells.get("filing_no", row.where)
        if number in self.numbers:
            listed = self.numbers[number]
            if _of_one(listed, row.text("name")):
                return Known("filed", Origin.DECLARED, where)
            return Doubt(where, _("这个编号在备案名单上是“{name}”的").format(name=listed))
        if stem(row.text("name")) in self.names and not number:
            return Known("filed", Origin.PARSED, where)
        said = row.said("filing_no")
        return Known("none", Origin.PARSED, where, notes=(*((said,) if said else ()), _NOT_LISTED))


def _of_one(listed: str, name: str) -> bool:
    """Whether two names may be of one app: one holds the other, or they are much alike; a list without names tells nothing."""
    one, other = stem(listed), stem(name)
    return not one or one in other or other in one or fuzz.ratio(one, other) >= _ALIKE


def declared_status(row: Row) -> tuple[str, str] | None:
    """What the register itself says of a filing: its status, else its number; a blank cell or an ICP number says nothing."""
    for name in ("filing_status", "filing_no"):
        text = row.text(name)
        if text and (found := _status(text)):
            return name, found
    return None


def _status(text: str) -> str | None:
    for status, words in _STATUS:
        if words.search(text):
            return status
    answer = yes_no(text)
    if answer is not None and len(text) < 5:
        return "filed" if answer else "none"
    is_number = any(char.isdigit() for char in text) and not _OTHER_FILING.search(text)
    return "filed" if is_number else None


def plain_number(text: str) -> str:
    """A filing number without spaces and marks."""
    return re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]+", "", text).upper()


def stem(name: str) -> str:
    """A name without marks and without the words that every app has."""
    plain = _MARKS.sub("", name).casefold()
    return _ENDS.sub("", plain) or plain
