"""Totals against their parts: a row of sums below, above or between rows, a column of sums beside others. A form does not say
what a total adds up, so every sum that it may mean is tried; only a total that fits none of them is doubtful."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from qingzhuang.answer.lookover.cells import NO_SUM, Found, Line, Sheaf, shown
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.answer.lookover.equations import slack
from qingzhuang.answer.plan_sums import sums_of
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item, ItemType

_AMONG = re.compile(r"其中|#")
_ADDED = frozenset((ItemType.INTEGER, ItemType.NUMBER, ItemType.TEXT))


def unadded(sheaf: Sheaf) -> Iterator[Doubt]:
    """Yield the totals that none of the sums they may stand for gives."""
    yield from _beside(sheaf)
    for item in sheaf.asked:
        if item.type in _ADDED and not NO_SUM.search(item.key + (item.unit or "")):
            yield from _below(sheaf, item)


def _beside(sheaf: Sheaf) -> Iterator[Doubt]:
    """Columns of sums whose parts can be nothing else; an equation that is printed for one speaks for itself."""
    printed = {rule.left for rule in sheaf.table.rules if rule.relation == "=" and not rule.rows}
    for total, parts in sums_of(sheaf.table.columns, sheaf.table.stub_columns).items():
        if total.key in printed:
            continue
        for line in sheaf.records:
            cells = [line.cells[part] for part in parts]
            found = line.cells[total]
            added = _sum(cells)
            if (
                found.number is not None
                and added is not None
                and abs(found.number - added) > slack([found, *cells])
            ):
                names = "、".join(part.label for part in parts)
                yield _said(found, added, _("同一行的{parts}").format(parts=names))


def _below(sheaf: Sheaf, item: Item) -> Iterator[Doubt]:
    lines = sorted((*sheaf.records, *sheaf.totals), key=lambda line: line.row)
    parts = [line for line in lines if not line.total]
    if len(parts) < 2 or not any(line.cells[item].number is not None for line in parts):
        return
    for line in sheaf.totals:
        found = line.cells[item]
        if found.number is None:
            continue
        may = [sum_ for each in _candidates(line, lines) if (sum_ := _sum(each_of(each, item))) is not None]
        room = slack([found, *each_of(parts, item)])
        if may and all(abs(found.number - each) > room for each in may):
            nearest = min(may, key=lambda each: abs(each - (found.number or 0)))
            yield _said(found, nearest, _("各行"))


def each_of(lines: Iterable[Line], item: Item) -> list[Found]:
    """Return the cells of one column."""
    return [line.cells[item] for line in lines]


def _candidates(total: Line, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The groups of rows that a total may add up: all, those since the total before, those until the next, the other totals,
    those of its own outer label; each also without rows of a part of another (其中)."""
    at = lines.index(total)
    before, behind = lines[:at], lines[at + 1 :]
    own = total.name[:-1]
    groups = [
        [line for line in lines if not line.total],
        _until_total(before[::-1]),
        _until_total(behind),
        [line for line in before if not line.total],
        [line for line in behind if not line.total],
        [line for line in lines if line.total and line is not total],
        [line for line in lines if not line.total and own and line.name[: len(own)] == own],
    ]
    for group in groups:
        yield group
        yield [line for line in group if not any(_AMONG.search(word) for word in line.name)]


def _until_total(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        if line.total:
            break
        found.append(line)
    return found


def _sum(cells: Sequence[Found]) -> Decimal | None:
    """The sum; None when words stand among the numbers, or nothing but blanks."""
    numbers = [each.number for each in cells]
    if all(number is None for number in numbers):
        return None
    if any(number is None and not each.unsaid for number, each in zip(numbers, cells, strict=True)):
        return None
    return sum((number or Decimal(0) for number in numbers), Decimal(0))


def _said(found: Found, added: Decimal, parts: str) -> Doubt:
    why = _("写的是 {number}，{parts}加起来是 {sum}。").format(
        number=shown(found.number or Decimal(0)), parts=parts, sum=shown(added)
    )
    cure = _("请看是合计没有跟着改，还是有一个数写错了；本来就不该相等的，照样送出。")
    return Doubt(
        Kind.TOTAL, str(found.place), found.item.label, found.text, why, cure,
        place=found.place, item=found.item,
    )  # fmt: skip
