"""From a slot key to the data element it stands for."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.checklist.keys import element_of_check
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.time_words import time_words
from qingzhuang.model.element import DataElement
from qingzhuang.model.form import ItemType
from qingzhuang.model.thing import thing

_REMEMBERED = 8_192  # so many keys of the shipped lexicon: a list asks the same few of every row
_KEY = re.compile(r"^(?:(?P<role>[^@]*)@)?(?P<concept>[a-z_0-9]+\.[a-z_0-9]+)(?P<more>.*)$")
_TYPES = {each.value: each for each in ItemType}
_NARROWED = re.compile(r"(?P<words>[^\[\]{}]+)(?P<more>(?:\[[^\]]*\])?(?:\{[^}]*\})?)")


def element(key: str, lexicon: Lexicon | None = None) -> DataElement:
    """Return the data element of a slot key. Qualifiers stay in its id and name; a key of unknown words is a text; what is spelt beside a
    key (`model/thing.py`) says nothing of the element."""
    key = thing(key).key if "|" in key else key
    return _element(key) if lexicon is None else _by(key, lexicon)


@lru_cache(maxsize=_REMEMBERED)
def _element(key: str) -> DataElement:
    return _by(key, default())


def _by(key: str, words: Lexicon) -> DataElement:
    if key.startswith("check.") and (checked := element_of_check(key)) is not None:
        return checked
    found = _KEY.match(key)
    concept = words.concepts.get(found.group("concept")) if found else None
    if found is None or concept is None:
        return DataElement(key, _unknown(key), None, ItemType.TEXT)
    name = (found.group("role") or "") + concept.name + _more(found.group("more"))
    return DataElement(
        id=key,
        name=name,
        object_class=concept.object,
        type=_type(found.group("more"), concept.type),
        unit=concept.unit,
        standard=concept.standard,
        codes=concept.codes,
        lasts_days=concept.lasts_days,
        holder=concept.holder if _is_of_a_resident(found.group("role"), words) else None,
        asked=concept.asked,
    )


def _is_of_a_resident(role: str | None, words: Lexicon) -> bool:
    """No office is asked who fills a form, checks or helps: they are there themselves."""
    known = words.roles.get(role or "")
    return not role or (known is not None and not known.staff and not known.acts)


def name_of(spelt: str) -> str:
    """Return how people call what is asked: the element, as of which day, on whose form where two forms mean two things by it."""
    asked = thing(spelt)
    name = element(asked.key).name
    side = _("{name}（《{form}》的）").format(name=name, form=asked.side) if asked.side else name
    return _("{name}（截至 {day}）").format(name=side, day=asked.day) if asked.day else side


def understood(key: str, lexicon: Lexicon | None = None) -> bool:
    """Tell whether a slot key names a property of the lexicon, and not merely words that nobody knows."""
    found = _KEY.match(key)
    return found is not None and found.group("concept") in (lexicon or default()).concepts


def _unknown(key: str) -> str:
    """The words of a key that names no concept, with what narrows them; marks stay inside."""
    words = key.replace("@~", "").removeprefix("~").replace("@", "").replace("~", "")
    found = _NARROWED.fullmatch(words)
    return found["words"] + _more(found["more"]) if found else words


def _more(text: str) -> str:
    found = re.findall(r"\[([^\]]*)\]|\{([^}]*)\}|~(.*)$", text)
    parts = (part for named, time, rest in found for part in (named, time_words(time), rest))
    words = ", ".join(part for part in parts if part)
    return f"（{words}）" if words else ""


def _type(more: str, usual: ItemType) -> ItemType:
    found = re.match(r"(?:\[[^\]]*\])?:([a-z_]+)", more)
    return _TYPES.get(found.group(1), ItemType.TEXT) if found else usual
