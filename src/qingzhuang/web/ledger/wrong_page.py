"""The page on which something is said to be wrong, or not here any more."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.accept import accept
from qingzhuang.answer.values import Shape
from qingzhuang.language import gettext as _
from qingzhuang.match.element import element
from qingzhuang.model.form import ItemType
from qingzhuang.model.sheet import Scalar
from qingzhuang.web.ledger.forms import Reason
from qingzhuang.web.ledger.mine import Found
from qingzhuang.web.ledger.shown import name_of, source_words, value_words

_IDENTITY = frozenset(("person.id_no",))  # whoever has another number is somebody else


@dataclass(frozen=True, slots=True)
class WrongPage:
    """`key` is empty where the whole subject is meant; `right`: a right value may be typed."""

    number: int
    name: str
    key: str
    what: str
    known: tuple[str, ...]
    right: bool
    typed: str


def wrong_page(found: Found, key: str, form: Reason) -> WrongPage:
    """Lay out what is known now and what one may say of it."""
    said = found.directory.desk.view.facts.get(found.subject, {}).get(key, ())
    known = (
        _("{value}（{source}，{day}）").format(
            value=value_words(each.fact.value, found.subject, key),
            source=source_words(each.fact),
            day=each.fact.as_of,
        )
        for each in said
    )
    return WrongPage(
        found.number,
        name_of(found.subject),
        key,
        element(key).name if key else "",
        tuple(dict.fromkeys(known)),
        bool(key) and key not in _IDENTITY,
        form.data.get("right", "")[:200] if form.is_bound else "",
    )


def righted(text: str, key: str, day: date) -> tuple[Scalar, str]:
    """Read the right value as typed: nothing, a value, or words that say what does not fit."""
    if not key or not text.strip() or key in _IDENTITY:
        return None, ""
    asked = element(key)
    codes = ("是", "否") if asked.type is ItemType.YESNO else asked.codes
    read = accept(text, Shape(asked.type, codes), day)
    return read.value, read.wrong
