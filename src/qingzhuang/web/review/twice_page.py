"""Columns that some form at hand seems to ask twice: which, of whose form, and what was said of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.repeats import id_of
from qingzhuang.match.grouping.rulings import Rulings
from qingzhuang.model.review import Reply
from qingzhuang.model.verdict import ItemContext


@dataclass(frozen=True, slots=True)
class TwiceLine:
    """One pair; `said` is empty where its issuer has not answered yet."""

    id: str
    pair: str
    form: str
    said: str


def twice_lines(found: Iterable[tuple[ItemContext, ItemContext]], said: Rulings) -> tuple[TwiceLine, ...]:
    """Lay the pairs out, those that nobody has answered first."""
    lines = [_line(one, other, said) for one, other in found]
    return tuple(sorted(lines, key=lambda each: bool(each.said)))


def _line(one: ItemContext, other: ItemContext, said: Rulings) -> TwiceLine:
    number = id_of(one, other)
    word = said.twice.get(number)
    issuer = _("，{issuer}").format(issuer=one.issuer) if one.issuer else ""
    told = ""
    if word is not None:
        told = _("是同一项，答一次") if word.reply is Reply.REPEATED else _("是两项，各答各的")
        told = _("{who} 定的：{told}").format(who=word.who, told=told)
    return TwiceLine(
        number,
        _("{a} ~ {b}").format(a=one.label, b=other.label),
        _("《{form}》{issuer}").format(form=one.form or "", issuer=issuer),
        told,
    )
