"""Answers of the wrong kind: words where a number is asked, days that no calendar has, telephone numbers too short, cells
that a form requires and that are blank, formulas that show an error."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from qingzhuang.answer.accept import is_phone
from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.lookover.cells import Found, Sheaf, plain_decimal, signed
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Entry, ItemType

_WHOLE_DAY = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|\d{8}")
_COUNTED = frozenset(("人", "户", "名", "口", "个", "辆", "头", "只", "次", "人次", "户次"))
_BELOW_NOTHING = re.compile(
    r"增|减|差|变[动化]|调整|浮动|升降|涨|跌|同比|环比|余|盈|亏|利润|净|损|冲|退|扣|补缴|负|[±＋+]|温度|气温|海拔|高程|经度|纬度|误差|偏|得分|评分|积分|分值"
)
"""What may be less than nothing: changes, balances, corrections, scores that are taken away, temperatures."""
_WITH_UNIT = re.compile(r"([-+]?[\d,]*\.?\d+)\s*([^\d.]{1,3})")


def blank_required(sheaf: Sheaf) -> Iterator[Doubt]:
    """Yield required cells that are blank in rows that are filled, and required fields that are blank."""
    for found in (*sheaf.inputs, *(each for line in sheaf.records for each in line.cells.values())):
        if found.item.required and _is_blank(found) and not found.formula:
            yield _doubt(
                Kind.REQUIRED,
                found,
                _("表上标着必填，这一格空着。"),
                _("请补上；没有的写“无”，并说一句为什么。"),
            )


def _is_blank(found: Found) -> bool:
    """A stroke for nothing is an answer; boxes without a tick are none."""
    return found.blank or (found.unsaid and found.item.entry is Entry.CHOICE)


def mistyped(cells: Iterable[Found]) -> Iterator[Doubt]:
    """Yield the cells whose content is not of the kind that is asked."""
    for found in cells:
        if found.broken:
            yield _doubt(
                Kind.BROKEN, found, _("这一格的公式出错了。"), _("请看公式引用的格子还在不在，或直接写上数。")
            )
        elif found.item.formula and not found.formula and not found.blank:
            yield _doubt(
                Kind.BROKEN,
                found,
                _("原表这一格由公式自己算，现在写成了别的。"),
                _("请把原表的公式拷回来；有意改的，照样送出。"),
            )
        elif not found.unsaid and not found.item.codes and not found.ticked:
            why = _wrong(found)
            if why:
                yield _doubt(Kind.TYPE, found, why, _("请改一下；就该这样写的，照样送出。"))


def _wrong(found: Found) -> str:
    kind = found.item.type
    if kind in (ItemType.INTEGER, ItemType.NUMBER) or (kind is ItemType.TEXT and found.item.unit):
        return _no_number(found)  # what is told in 亩 is a number, also where no sample stands below
    if kind is ItemType.DATE and isinstance(found.value, str):
        plain = unicodedata.normalize("NFKC", found.text).strip()
        if _WHOLE_DAY.fullmatch(plain) and as_date(plain) is None:
            return _("没有这一天。")
    if kind is ItemType.PHONE and any(each.isdigit() for each in found.text) and not is_phone(found.text):
        return _("电话位数不对。")
    return ""


def _no_number(found: Found) -> str:
    number = found.number if found.number is not None else _with_own_unit(found)
    if number is None:
        return _("这里要填数，写的不是数。")
    if number < 0 and not _BELOW_NOTHING.search(f"{'/'.join(found.item.path)}{found.item.hint or ''}"):
        return _("数不会小于零。")
    if found.item.unit in _COUNTED and found.item.type is ItemType.INTEGER and number % 1:
        return _("要填整数。")
    return ""


def _with_own_unit(found: Found) -> Decimal | None:
    """The number that is followed by the unit that the form prints, and by no unit of another size."""
    written = _WITH_UNIT.fullmatch(signed(found.text))
    same = written is not None and written[2].strip() == (found.item.unit or "")
    return plain_decimal(written[1]) if written is not None and same else None


def _doubt(kind: Kind, found: Found, why: str, cure: str) -> Doubt:
    return Doubt(
        kind, str(found.place), found.item.label, found.text, why, cure, place=found.place, item=found.item
    )
