"""A total that follows from the columns beside it is added up, not asked: 合计 behind 省级 and 县级, 总数 behind 大桶 and 小桶.

Only where nothing else can be meant: the parts stand in one run beside the total, in one group of the header, in one unit; none of
them is a rate, a part of another, a plan or a sum itself. People and households are added up by sex alone, since whoever is in two
groups is one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from qingzhuang.answer.plan_cell import Cell, Origin, State
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, ItemType, Table

FORMULA = "columns.sum"
_TOTALS = frozenset(("合计", "小计", "总计", "共计", "总数", "合计数", "总计数"))
_PEOPLE = frozenset(("人", "户", "名", "口", "人次", "户次"))
_SEXES = frozenset((frozenset(("男", "女")), frozenset(("男性", "女性")), frozenset(("男生", "女生"))))
_NUMBERS = frozenset((ItemType.INTEGER, ItemType.NUMBER))
_NO_PART = re.compile(
    "其中|总|合计|小计|共|标准|均|价|率|比|应|实|已|未|支|扣|减|抵|余|欠|计划|目标|任务|预|拟|年|月|次|增|上期|累|以上|以下|最"
)
_BRACKET = re.compile(r"[（(].*?[）)]")
Sums = Mapping[Item, tuple[Item, ...]]


@lru_cache(maxsize=256)
def sums_of(columns: tuple[Item, ...], stubs: tuple[int, ...]) -> Sums:
    """Return the totals among the columns with the parts of each; `stubs` are the columns that hold stubs."""
    free = tuple(each for each in columns if each.place.column not in stubs)
    found = {each: _parts(each, free) for each in free if _is_total(each)}
    return {total: parts for total, parts in found.items() if parts}


def with_sums(table: Table, planned: Sequence[Cell], subject: Subject | None, row: int) -> tuple[Cell, ...]:
    """Return the cells of one row with its totals added up. A total whose parts are all asked for is not asked itself; one that is
    known and does not agree with its parts is left blank."""
    sums = sums_of(table.columns, table.stub_columns)
    if not sums:
        return tuple(planned)
    by_item = {each.item: each for each in planned}
    for total, parts in sums.items():
        cells = [by_item.get(part) for part in parts]
        if None in cells:
            continue  # of a part nobody is asked: the total stands for itself
        own = by_item.pop(total, None)
        made = _added(total, [each for each in cells if each is not None], own, (subject, row))
        if made is not None:
            by_item[total] = made
    return tuple(by_item.values())


def _added(
    total: Item, parts: Sequence[Cell], own: Cell | None, at: tuple[Subject | None, int]
) -> Cell | None:
    values = [_number(each) for each in parts]
    added = [each for each in values if each is not None]
    known = own if own is not None and own.origin.state.writes else None
    if len(added) < len(values):
        return known
    number = sum(added, Decimal(0))
    why = _("同一行的{parts}相加").format(parts=_("、").join(f"“{each.item.label}”" for each in parts))
    if known is not None:
        if _number(known) == number:
            return known
        why = _("和各栏加起来的 {sum} 不一样").format(sum=_plain(number))
        return replace(known, origin=replace(known.origin, state=State.CONFLICT), value=None, why=why)
    subject, row = at
    facts = tuple(fact for each in parts for fact in each.origin.facts)
    origin = Origin(State.COUNTED, facts, FORMULA, parts[0].origin.owner)
    return Cell(total, origin, _plain(number), subject, own.key if own else None, row, why=why)


def _is_total(item: Item) -> bool:
    return _bare(item) in _TOTALS and not item.formula and item.type in _NUMBERS


def _parts(total: Item, columns: Sequence[Item]) -> tuple[Item, ...]:
    """The run of columns before the total, else behind it, that can only be its parts."""
    at = columns.index(total)
    before = _run(total, columns[:at][::-1])[::-1]
    behind = _run(total, columns[at + 1 :])
    runs = [each for each in (before, behind) if each]
    return runs[0] if len(runs) == 1 and _adds_up(total, runs[0]) else ()


def _run(total: Item, columns: Sequence[Item]) -> tuple[Item, ...]:
    found: list[Item] = []
    for each in columns:
        if each.path[:-1] != total.path[:-1] or each.type not in _NUMBERS or each.unit != total.unit:
            break
        found.append(each)
    return tuple(found)


def _adds_up(total: Item, parts: Sequence[Item]) -> bool:
    if len(parts) < 2 or any(_NO_PART.search(_bare(each)) or each.formula for each in parts):
        return False
    if any(_NO_PART.search(_BRACKET.sub("", level)) for level in total.path[:-1]):
        return False
    if total.unit is None or total.unit in _PEOPLE:
        return frozenset(map(_bare, parts)) in _SEXES
    return True


def _bare(item: Item) -> str:
    return _BRACKET.sub("", item.label).strip()


def _number(cell: Cell) -> Decimal | None:
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not cell.origin.state.writes:
        return None
    return Decimal(str(value))


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
