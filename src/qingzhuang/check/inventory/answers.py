"""How a cell answers: yes or no, a quota, words of a list, names of others. Each reader gives the field it read and the value,
or None when the cell says nothing to the point."""

import re
from collections.abc import Callable, Mapping

from qingzhuang.check.inventory.row import Row, Said
from qingzhuang.check.inventory.values import is_no, number, yes_no
from qingzhuang.language import gettext as _
from qingzhuang.model.case import FactValue
from qingzhuang.model.sheet import Scalar

Reader = Callable[[Row], Said]
_FLOOR = re.compile(r"不(?:低于|少于|小于|得低于|得少于|应低于)")
_NOBODY = re.compile(r"(?:暂?无|没有|未明确|未指定|待定|不详|不明)[^\u4e00-\u9fff]*")
_MUST = re.compile(r"强制|必须|全员|全体|一律|要求|务必|应装尽装")
_FREE = re.compile(r"自愿|不强制|不作?要求|未作?要求|无要求|没有要求|无强制|鼓励|推荐|倡导")


def unwanted(text: str) -> bool:
    """Whether a cell says that nothing is demanded: 自愿, 不要求接龙, 无."""
    return bool(_FREE.search(text)) or (text != "" and yes_no(text) is False)


def forced(row: Row) -> Said:
    """Is it forced on people: 自愿 is no, 全员安装 is yes."""
    text = row.text("forced")
    if unwanted(text):
        return "forced", False
    return ("forced", True) if text and (yes_no(text) or _MUST.search(text)) else None


def target(name: str) -> Reader:
    """A quota: its number; a plain yes is an unknown number above 0."""

    def read(row: Row) -> Said:
        text = row.text(name)
        answer = yes_no(_FLOOR.sub("", text)) if text else None
        if answer is False:
            return name, 0.0
        found = number(row.values.get(name))
        if found is None and answer is None:
            return None
        return name, found if found is not None else 1.0

    return read


def one(name: str, read: Callable[[Scalar], FactValue | None]) -> Reader:
    """One cell, as its value is read."""

    def found(row: Row) -> Said:
        value = read(row.values.get(name))
        return None if value is None else (name, value)

    return found


def words(name: str, known: Mapping[str, str]) -> Reader:
    """A set: the words of the cell; a written no is an empty set; a plain yes means what the header names; words that are
    denied (不采集身份证号) are not read."""

    def read(row: Row) -> Said:
        text = row.text(name)
        held = frozenset(fact for word, fact in known.items() if word in text)
        if text and yes_no(text.removeprefix("未成年")) is False:
            return None if held else (name, frozenset())
        if not held and text and yes_no(text):
            held = frozenset(fact for word, fact in known.items() if word in row.labels.get(name, ""))
        return (name, held) if held else None

    return read


def named(name: str) -> Reader:
    """Names of others: as written; a plain yes is something that is not named."""

    def read(row: Row) -> Said:
        text = row.text(name)
        if not text:
            return None
        if yes_no(text) is False:
            return name, frozenset[str]()
        return name, frozenset((_("没有写明是哪一个") if yes_no(text) and len(text) < 3 else text,))

    return read


def written(name: str) -> Reader:
    """Something is there when a cell names it or says yes."""

    def read(row: Row) -> Said:
        text = row.text(name)
        return (name, not (is_no(text) or _NOBODY.fullmatch(text))) if text else None

    return read


def said(value: Scalar) -> bool | None:
    """Yes, no, or nothing."""
    return yes_no(str(value)) if value not in (None, "") else None
