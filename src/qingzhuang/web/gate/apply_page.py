"""Applying for admission: which posts, by township in directory order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Sent
from qingzhuang.web.gate.forms import Apply
from qingzhuang.web.gate.marks import Find


@dataclass(frozen=True, slots=True)
class Choice:
    """One post to tick."""

    number: int
    name: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Town:
    """The posts of one township."""

    name: str
    posts: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A find that stays, with the field for a reason."""

    find: Find
    name: str
    said: str
    wrong: Sequence[str]


@dataclass(frozen=True, slots=True)
class ApplyPage:
    """All that the template needs."""

    sent: Sent
    form: Apply
    towns: tuple[Town, ...]
    ticked: int
    posts: int
    personal: bool
    reasons: tuple[Reason, ...]


def apply_page(
    sent: Sent,
    form: Apply,
    posts: Sequence[Unit],
    towns: Mapping[int, Unit],
    finds: Sequence[Find],
    *,
    personal: bool,
) -> ApplyPage:
    """Lay out the form as it was sent, or as it begins."""
    ticked = {str(each) for each in _value(form, "posts") or ()}
    by_town: dict[str, list[Choice]] = {}
    for each in posts:
        town = towns.get(each.number)
        choice = Choice(each.number, each.name, str(each.number) in ticked)
        by_town.setdefault(town.name if town else "", []).append(choice)
    reasons = (
        Reason(
            find,
            f"reason_{number}",
            _value(form, f"reason_{number}") or "",
            tuple(map(str, form.errors.get(f"reason_{number}", []))),
        )
        for number, find in enumerate(finds, 1)
    )
    return ApplyPage(
        sent=sent,
        form=form,
        towns=tuple(Town(name, tuple(choices)) for name, choices in by_town.items()),
        ticked=sum(each.ticked for choices in by_town.values() for each in choices),
        posts=len(posts),
        personal=personal,
        reasons=tuple(reasons),
    )


def _value(form: Apply, name: str) -> Any:
    return form[name].value()
