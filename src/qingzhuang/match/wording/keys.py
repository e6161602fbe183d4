"""Slot keys: one string per element, `role@concept[qualifiers]{time}~rest`, used as the element of facts."""

import re

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.bare import is_bare
from qingzhuang.match.wording.defined import mark_of
from qingzhuang.match.wording.folding import folded
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.times import NONE, Time

_GRAIN = re.compile(r"(?P<letter>[MQH])\d+$")
_PAID = ("money", "months", "duration")
_USUAL = {"money": "元", "area": "亩", "mass": "吨", "persons": "人", "households": "户"}


def slot_key(slots: Slots, lexicon: Lexicon) -> str:
    """Return the key. The row's own subject is left out (person.phone), another one stands in front
    (监护人@person.phone); words that the lexicon does not know stay in it, so that such an item matches only itself."""
    property_ = slots.concept or f"~{folded(slots.rest or slots.text, lexicon)}"
    defined = mark_of(slots.definition, slots.text)
    scale = _scale(slots)
    values = [
        *(value for _, value in sorted(slots.qualifiers)),
        *([defined] if defined else []),
        *([scale] if scale else []),
    ]
    named = ",".join(values)
    more = (slots.rest if slots.concept else "") + (
        _matter(slots, lexicon) or ""
    )  # one string: it is never taken apart
    rest = f"~{folded(more, lexicon)}" if more else ""
    told = _time(slots, f"{slots.concept}[{named}", lexicon)
    time = f"{{{told}}}" if told.known else ""
    role = f"{slots.role}@" if slots.role else ""
    return f"{role}{property_}{f'[{named}]' if named else ''}{_shape(slots, lexicon)}{time}{rest}"


def _scale(slots: Slots) -> str:
    """The unit of a figure that nobody converts, for the lexicon does not know what it is: 支出 in 万元 is no answer to 支出 in 元."""
    unit = None if slots.concept else slots.unit
    usual = _USUAL.get(unit.dimension) if unit is not None else None
    return unit.symbol if unit is not None and usual is not None and unit.symbol != usual else ""


def _time(slots: Slots, property_: str, lexicon: Lexicon) -> Time:
    """The time that belongs to the key: what the label names, where that is not the form's own; and of what comes in and goes out that
    it is a month's, a quarter's or a half-year's, where the form's title says so: a half-year's income answers no quarter's form. Which
    month it was is the fact's own day."""
    time = slots.time if slots.time.known else slots.period
    if time != slots.period:
        return time
    grain = _GRAIN.match(time.part)
    return Time(part=f"{grain['letter']}+0") if grain and _flows(slots, property_, lexicon) else NONE


def _flows(slots: Slots, property_: str, lexicon: Lexicon) -> bool:
    counted = slots.quantity or slots.text.endswith("月数")
    if slots.group == "act" or not counted:
        return False  # an event bears its own day
    if slots.group != "aggregate":
        paid = slots.dimension in _PAID or not slots.quantity
        return property_.startswith(lexicon.policy.of_period) if slots.concept else paid
    if slots.concept is None or any(kind == "flow" for kind, _value in slots.qualifiers):
        return True
    return slots.dimension == "money" and not slots.concept.startswith(lexicon.policy.balances)


def _matter(slots: Slots, lexicon: Lexicon) -> str | None:
    """What a figure of a village or of a deed counts, where only the form's title tells: 本月新增 of disputes and of frauds are two."""
    bare = slots.concept is None and is_bare(slots.text, quantity=slots.quantity)
    told = bare or slots.concept in lexicon.policy.of_series
    return slots.series if told and slots.group in ("aggregate", "act") else None


def _shape(slots: Slots, lexicon: Lexicon) -> str:
    """Marks a representation other than the concept's own: a birth date asked as a month, a yes/no about a code."""
    if slots.concept is None or slots.form in (None, "time", lexicon.concepts[slots.concept].type.value):
        return ""
    return f":{slots.form}"
