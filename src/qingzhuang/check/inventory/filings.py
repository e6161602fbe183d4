"""The filing list as a second table: is an app filed, by its number or by its name and owner."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from qingzhuang.check.inventory.row import Row
from qingzhuang.model.case import Known, Origin

_MARKS = re.compile(r"[\s\-_—·.()（）《》“”\"]+")
_ENDS = re.compile(
    r"(?:微信小程序|支付宝小程序|小程序|手机客户端|客户端|应用程序|手机版|平台|系统|app)+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Filings:
    """Numbers and names on the list."""

    numbers: frozenset[str] = frozenset()
    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Filings":
        """The list as rows of a register."""
        listed = list(rows)
        numbers = frozenset(plain_number(row.text("filing_no")) for row in listed) - {""}
        return cls(
            numbers, {stem(row.text("name")): row.text("filing_no") for row in listed if row.text("name")}
        )

    def status(self, row: Row) -> Known:
        """filed when its number stands in the list; submitted when only its name does (a person should look); else none."""
        number = plain_number(row.text("filing_no"))
        where = row.cells.get("filing_no", row.where)
        if number and number in self.numbers:
            return Known("filed", Origin.DECLARED, where)
        if stem(row.text("name")) in self.names and not number:
            return Known("filed", Origin.PARSED, where)
        return Known("none", Origin.PARSED, where)


def plain_number(text: str) -> str:
    """A filing number without spaces and marks."""
    return re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]+", "", text).upper()


def stem(name: str) -> str:
    """A name without marks and without the words that every app has."""
    plain = _MARKS.sub("", name).casefold()
    return _ENDS.sub("", plain) or plain
