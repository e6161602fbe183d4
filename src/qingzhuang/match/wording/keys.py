"""Slot keys: one string per element, `role@concept[qualifiers]{time}~rest`, used as the element of facts."""

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.bare import is_bare
from qingzhuang.match.wording.defined import mark_of
from qingzhuang.match.wording.folding import folded
from qingzhuang.match.wording.slots import Slots


def slot_key(slots: Slots, lexicon: Lexicon) -> str:
    """Return the key. The row's own subject is left out (person.phone), another one stands in front
    (监护人@person.phone); words that the lexicon does not know stay in it, so that such an item matches only itself."""
    property_ = slots.concept or f"~{folded(slots.rest or slots.text, lexicon)}"
    defined = mark_of(slots.definition, slots.text)
    values = [*(value for _, value in sorted(slots.qualifiers)), *([defined] if defined else [])]
    named = ",".join(values)
    more = (slots.rest if slots.concept else "") + (
        _matter(slots, lexicon) or ""
    )  # one string: it is never taken apart
    rest = f"~{folded(more, lexicon)}" if more else ""
    time = f"{{{slots.time}}}" if slots.time.known and slots.time != slots.period else ""
    role = f"{slots.role}@" if slots.role else ""
    return f"{role}{property_}{f'[{named}]' if named else ''}{_shape(slots, lexicon)}{time}{rest}"


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
