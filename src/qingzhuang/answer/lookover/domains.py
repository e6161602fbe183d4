"""Words against the words that a form allows: lists of its validations, printed code lists, boxes to tick, national tables."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qingzhuang.answer.lookover.cells import Found
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.answer.plan_words import choose
from qingzhuang.answer.values import numbers_of
from qingzhuang.language import gettext as _
from qingzhuang.law.code_tables import CodeTable, tables_of
from qingzhuang.model.form import Entry, Item
from qingzhuang.model.sheet import Sheet, Validation

_SEVERAL = re.compile(r"[、,，;；/\s]+")
_ONE_OF_TWO = (frozenset("男女"), frozenset("是否"), frozenset("有无"))
_OPEN = re.compile(r"其他|其它|等|如[:：]|例如|自填|注明|__")
_SHOWN = 8
_CODE = "_code"
_GRADES = str.maketrans("1234壹贰叁肆", "一二三四一二三四")


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


def unknown(cells: Iterable[Found], keys: Mapping[Item, str]) -> Iterator[Doubt]:
    """Yield the cells whose word or code is none of a national table where the form prints no choices: a fifth grade of
    disability, a sex of 3. Only tables that are whole, words only where nobody has others."""
    for found in cells:
        if found.unsaid or found.broken or found.formula or found.item.codes or found.item.spelling:
            continue
        key = keys.get(found.item, "").rpartition("@")[2]
        property_ = key.removesuffix(_CODE)
        table = next((each for each in tables_of(property_) if each.whole and each.codes), None)
        if table is None or not (table.closed or key != property_):
            continue
        if not (_has_code(table, found.text) or (key == property_ and _has_word(table, found.text))):
            told = _listed([f"{code} {word}" for code, word in table.codes.items()])
            if key == property_:
                told = _listed(list(table.codes.values()))
            why = _("{standard} 里没有这个，有的是：{codes}。").format(standard=table.standard, codes=told)
            yield _doubt(found, why, _("请看是不是写错了；就该这样写的，照样送出。"), "")


def _has_code(table: CodeTable, text: str) -> bool:
    said = _squashed(unicodedata.normalize("NFKC", text)).upper()
    return said in table.codes or said.lstrip("0") in {code.lstrip("0") for code in table.codes}


def _has_word(table: CodeTable, text: str) -> bool:
    """Also part of a longer answer: 肢体二级, 听力、言语, 离异."""
    said = _squashed(unicodedata.normalize("NFKC", text)).translate(_GRADES)
    words = tuple(table.codes.values())
    return any(word in said or said in word for word in words) or choose(said, words) is not None


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
