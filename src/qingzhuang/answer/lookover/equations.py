"""The checks that a form prints, row by row: 合计=男+女, 列4≤列2."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from qingzhuang.answer.lookover.cells import NO_SUM, Found, Sheaf, shown
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item, Rule

_HOLDS = {"=": eq, "≥": ge, "≤": le, ">": gt, "<": lt}
_FINEST = 6
_LARGE = ("万", "亿", "百万", "千元", "千人", "百元")


def unequal(sheaf: Sheaf) -> Iterator[Doubt]:
    """Yield the rows in which a printed check does not hold. A blank part counts as nothing; words cannot be checked."""
    items = {item.key: item for item in sheaf.asked}
    for rule in sheaf.table.rules:
        over = _over_rows(sheaf, rule) if rule.rows else _over_columns(sheaf, items, rule)
        yield from (doubt for cells in over if (doubt := _doubt(rule, cells)) is not None)


def _over_columns(sheaf: Sheaf, items: Mapping[str, Item], rule: Rule) -> Iterator[Mapping[str, Found]]:
    """The terms of a check row by row."""
    keys = _keys(rule)
    if all(key in items for key in keys):
        for line in (*sheaf.records, *sheaf.totals):
            yield {key: line.cells[items[key]] for key in keys}


def _over_rows(sheaf: Sheaf, rule: Rule) -> Iterator[Mapping[str, Found]]:
    """The terms of a check over rows column by column; rates do not add up."""
    lines = {stub.key: line for stub, line in sheaf.stubbed}
    keys = _keys(rule)
    if all(key in lines for key in keys):
        for item in sheaf.asked:
            if not NO_SUM.search(item.key + (item.unit or "")):
                yield {key: lines[key].cells[item] for key in keys}


def _keys(rule: Rule) -> tuple[str, ...]:
    return rule.left, *(key for _sign, key in rule.right)


def _doubt(rule: Rule, cells: Mapping[str, Found]) -> Doubt | None:
    left = cells[rule.left]
    parts = [(sign, cells[key]) for sign, key in rule.right]
    if any(each.formula and each.number is None for each in (left, *(found for _sign, found in parts))):
        return None  # a formula that no program has reckoned yet
    numbers = [each.number for _sign, each in parts]
    if any(number is None and not each.unsaid for number, (_s, each) in zip(numbers, parts, strict=True)):
        return None
    if left.number is None and not left.unsaid:
        return None
    if all(number is None for number in numbers) or (left.number is None and rule.relation != "="):
        return None
    added = sum((sign * (n or Decimal(0)) for (sign, _c), n in zip(parts, numbers, strict=True)), Decimal(0))
    room = slack([left, *(each for _sign, each in parts)])
    if _holds(rule.relation, left.number or Decimal(0), added, room):
        return None
    return _said(rule, left, added)


def _holds(relation: str, left: Decimal, right: Decimal, room: Decimal) -> bool:
    return abs(left - right) <= room if relation == "=" else _HOLDS[relation](left, right)


def slack(cells: Sequence[Found]) -> Decimal:
    """Return how far a sum may be off: nothing for whole numbers, half of the last place for others, so much for each part where
    amounts are told in a large unit (万元) and have therefore been rounded each by itself."""
    numbers = [each.number for each in cells]
    places = [-int(n.normalize().as_tuple().exponent) for n in numbers if n is not None]
    finest = min(max(places, default=0), _FINEST)
    if finest <= 0 and not any(_is_large(each) for each in cells):
        return Decimal(0)
    parts = len(cells) if any(_is_large(each) for each in cells) else 1
    return Decimal(5 * parts).scaleb(-max(finest, 0) - 1)


def _is_large(found: Found) -> bool:
    return (found.item.unit or "").startswith(_LARGE)


def _said(rule: Rule, left: Found, added: Decimal) -> Doubt:
    if left.number is None:
        why = _("按表上印的“{rule}”应是 {right}，这一格空着。").format(rule=rule.text, right=shown(added))
    else:
        why = _("表上印着“{rule}”，这里左边是 {left}，右边是 {right}。").format(
            rule=rule.text, left=shown(left.number), right=shown(added)
        )
    cure = _("请看哪个数写错了；数都对的，照样送出并说一句为什么。")
    return Doubt(
        Kind.EQUATION, str(left.place), left.item.label, left.text, why, cure, rule.text,
        place=left.place, item=left.item,
    )  # fmt: skip
