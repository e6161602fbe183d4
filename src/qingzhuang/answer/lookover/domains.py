"""Words against the words that a form allows: lists of its validations, printed code lists, boxes to tick."""

import re
from collections.abc import Iterable, Iterator, Sequence

from qingzhuang.answer.lookover.cells import Found
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.answer.plan_words import choose
from qingzhuang.answer.values import numbers_of
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Entry
from qingzhuang.model.sheet import Sheet, Validation

_SEVERAL = re.compile(r"[、,，;；/\s]+")
_ONE_OF_TWO = (frozenset("男女"), frozenset("是否"), frozenset("有无"))
_OPEN = re.compile(r"其他|其它|等|如[:：]|例如|自填|注明|__")
_SHOWN = 8


def outside(cells: Iterable[Found], sheet: Sheet) -> Iterator[Doubt]:
    """Yield the cells whose word is none of those that the form allows. What a validation of the file refuses is forbidden; what
    the header only prints is held against every way of saying it."""
    lists = [each for each in sheet.validations if each.kind == "list" and each.codes]
    for found in cells:
        if found.unsaid or found.broken:
            continue
        rule = next((each for each in lists if _covers(each, found)), None)
        if rule is not None:
            yield from _refused(found, rule)
        elif found.item.entry is Entry.CHOICE and found.ticked:
            yield from _ticked_twice(found)
        elif found.item.codes:
            yield from _unprinted(found)


def _covers(rule: Validation, found: Found) -> bool:
    return any(area.holds(found.place.row, found.place.column) for area in rule.areas)


def _refused(found: Found, rule: Validation) -> Iterator[Doubt]:
    allowed = {_squashed(code) for code in rule.codes}
    words = [_squashed(found.text), _squashed(str(found.value))]
    if any(word in allowed for word in words):
        return
    parts = [_squashed(part) for part in _SEVERAL.split(found.text) if part]
    several = len(parts) > 1 and all(part in allowed for part in parts)
    why = _("表上这一格只能从这些里选：{codes}。").format(codes=_listed(rule.codes))
    yield _doubt(found, why, _("请改成其中一个。"), _listed(rule.codes), forbidden=not several)


def _ticked_twice(found: Found) -> Iterator[Doubt]:
    words = frozenset(found.ticked)
    if len(found.ticked) > 1 and words in _ONE_OF_TWO:
        why = _("两个只能勾一个，都勾上了。")
        yield _doubt(found, why, _("请留一个勾。"), _listed(found.item.codes))


def _unprinted(found: Found) -> Iterator[Doubt]:
    item = found.item
    if any(_OPEN.search(code) for code in item.codes) or _OPEN.search(f"{item.label}{item.hint or ''}"):
        return
    allowed = {_squashed(code) for code in item.codes}
    numbered = set(numbers_of(f"{item.label} {item.hint or ''}"))
    plain = _squashed(found.text).lstrip("0") or "0"
    parts = [part for part in _SEVERAL.split(found.text) if part]
    said = [choose(part, item.codes) or _squashed(part) in allowed for part in (found.text, *parts)]
    if plain in numbered or said[0] or (len(parts) > 1 and all(said[1:])):
        return
    why = _("表上印的是这些：{codes}，没有这个说法。").format(codes=_listed(item.codes))
    yield _doubt(found, why, _("请用表上的说法，或照样送出。"), _listed(item.codes))


def _doubt(found: Found, why: str, cure: str, rule: str, *, forbidden: bool = False) -> Doubt:
    return Doubt(
        Kind.DOMAIN, str(found.place), found.item.label, found.text, why, cure, rule, forbidden,
        found.place, found.item,
    )  # fmt: skip


def _listed(codes: Sequence[str]) -> str:
    named = "、".join(codes[:_SHOWN])
    return _("{codes}等 {count} 个").format(codes=named, count=len(codes)) if len(codes) > _SHOWN else named


def _squashed(text: str) -> str:
    return "".join(text.split()).casefold()
