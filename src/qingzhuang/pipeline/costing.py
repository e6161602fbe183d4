"""What a draft costs all its posts in a year: as it stands, and when only what nobody knows is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.account.load import Asked, Load
from qingzhuang.account.rates import rates_on
from qingzhuang.account.reckon import Part, Reckoning, by_hand, handing_over, looked_over
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form, Item
from qingzhuang.model.gate import Column, Screening
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.shorter import can_be_shorter, kept_names


@dataclass(frozen=True, slots=True)
class Cost:
    """Minutes a year over all posts, each figure with its formula."""

    before: Reckoning
    after: Reckoning


def cost(screening: Screening, posts: int, times: float, day: date) -> Cost:
    """Reckon a draft for so many posts, so many times a year, by the tariff of a day."""
    form = Form(screening.file, FileKind.XLSX, screening.title, ())
    load = Load(Demand(form, Issuer(""), Post("", posts), times), ())
    rates = rates_on(day)
    handed = handing_over(load.demand, rates) if screening.columns else ()
    left = _left(screening)
    known = [_asked(each, each.cells - each.open) for each in left if each.cells > each.open]
    return Cost(
        Reckoning(
            _whole(by_hand(load, [_asked(each, each.cells) for each in screening.facts], rates), handed)
        ),
        Reckoning(
            _whole(
                by_hand(load, [_asked(each, each.open) for each in screening.facts if each.open], rates),
                looked_over(load, known, rates),
                handed,
            )
        ),
    )


def _left(screening: Screening) -> tuple[Column, ...]:
    """The columns that are still on the form when only what nobody knows is asked: those that are asked and whom a row is
    about, where a shorter form can be made; else all."""
    if not can_be_shorter(screening):
        return screening.facts
    return (*screening.asked, *kept_names(screening.facts))


def _asked(column: Column, cells: int) -> Asked:
    return Asked(Item((column.key,), Place("", 1, 1)), column.key, column.key, cells)


def _whole(*parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for each in parts for part in each)
