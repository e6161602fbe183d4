"""The page on which something is said to be wrong, or not here any more."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.accept import accept
from qingzhuang.answer.sameness import canonical
from qingzhuang.answer.values import Shape
from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact
from qingzhuang.model.form import ItemType
from qingzhuang.model.sheet import Scalar
from qingzhuang.web.ledger.duels import state_of
from qingzhuang.web.ledger.forms import Reason
from qingzhuang.web.ledger.mine import Found
from qingzhuang.web.ledger.shown import name_of, source_words, value_words

_IDENTITY = frozenset(("person.id_no",))  # whoever has another number is somebody else


@dataclass(frozen=True, slots=True)
class WrongPage:
    """`key` is empty where the whole subject is meant; `right`: a right value may be typed; `state` tells the server what
    the page showed, `raced` the person what somebody else said since."""

    number: int
    name: str
    key: str
    what: str
    known: tuple[str, ...]
    right: bool
    typed: str
    state: str = ""
    raced: str = ""


def raced(found: Found, key: str, state: str, value: Scalar) -> bool:
    """Tell whether another value is known by now than a page showed, and not the one that was typed."""
    said = known_of(found, key)
    now = {canonical(each.value) for each in said}
    return bool(state) and state != state_of(said) and now != {canonical(value)}


def known_of(found: Found, key: str) -> tuple[Fact, ...]:
    """What is said of one element now, by each source."""
    return tuple(each.fact for each in found.directory.desk.view.facts.get(found.subject, {}).get(key, ()))


def wrong_page(found: Found, key: str, form: Reason, *, late: bool = False) -> WrongPage:
    """Lay out what is known now and what one may say of it; `late`: somebody was quicker."""
    said = known_of(found, key)
    known = (
        _("{value}（{source}，{day}）").format(
            value=value_words(each.value, found.subject, key),
            source=source_words(each),
            day=each.as_of,
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
        state_of(said),
        _("这一条刚才已经有人改过，现在记的写在上面。照您写的改，就再按一次；现在的对，就点“不改了”。")
        if late
        else "",
    )


def righted(text: str, key: str, day: date) -> tuple[Scalar, str]:
    """Read the right value as typed: nothing, a value, or words that say what does not fit."""
    if not key or not text.strip() or key in _IDENTITY:
        return None, ""
    asked = element(key)
    codes = ("是", "否") if asked.type is ItemType.YESNO else asked.codes
    read = accept(text, Shape(asked.type, codes), day)
    return read.value, read.wrong
