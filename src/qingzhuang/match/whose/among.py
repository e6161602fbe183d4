"""What a column that begins with 其中 is a part of: "其中：女性" says it only in the column before."""

import re
from dataclasses import replace

from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.form import Item, Table
from qingzhuang.model.verdict import ItemContext

_AMONG = re.compile(r"^其中[：:]?")
_MEASURED = re.compile(
    r"[金额费款元率]$|面积$|比例$|[人户件个次]数$"
)  # a part that says by itself what it measures


def whole_of(item: Item, table: Table) -> str | None:
    """Return the label of the whole, with its unit as printed; None where the column is no such part, or no column of its header
    stands before the first 其中."""
    level, columns = _level(item), table.columns
    if level is None or item not in columns:
        return None
    place = columns.index(item)
    before = next((each for each in reversed(columns[:place]) if not _among(each, item, level)), None)
    if before is None or before.path[:-1] != item.path[:level]:
        return None
    told = not before.unit or f"{before.unit}）" in before.label or f"{before.unit})" in before.label
    return before.label if told else f"{before.label}（{before.unit}）"


def _level(item: Item) -> int | None:
    """The level at which 其中 stands, as a header of its own or before the label."""
    return next((at for at, level in enumerate(item.path) if _AMONG.match(level)), None)


def _among(other: Item, item: Item, level: int) -> bool:
    """Another part of the same whole."""
    return other.path[:level] == item.path[:level] and _level(other) == level


def whole_context(part: ItemContext) -> ItemContext:
    """The whole as an item of the same form."""
    above = (part.parent or "").split("/其中")[0].removeprefix("其中")
    return ItemContext(part.whole or "", part.form, part.row, None, above or None, (), part.issuer)


def part_of(slots: Slots, whole: Slots) -> Slots:
    """A part is counted in what its whole is counted in, where neither its words nor a unit say otherwise."""
    found = replace(slots, whole=replace(whole, listing=None))
    if slots.concept is not None or (slots.unit is None and _MEASURED.search(slots.text)):
        return found
    if slots.unit is not None:
        return replace(found, dimension=slots.unit.dimension)
    quantity = whole.quantity or slots.quantity
    return replace(found, unit=whole.unit, dimension=whole.dimension, quantity=quantity, form=whole.form)
