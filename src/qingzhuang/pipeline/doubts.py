"""What of a ledger a person should look at: sources that disagree, values that have run out or soon will."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from qingzhuang.answer.ledger import Standing
from qingzhuang.answer.of_a_day import held_now
from qingzhuang.answer.plan_family import head_conflicts
from qingzhuang.answer.plan_kin import Kin
from qingzhuang.match.wording.element import element as of
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.pipeline.answering import Desk

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Sources that disagree on one element of a subject, latest first."""

    subject: Subject
    element: str
    rivals: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A value to be looked at again: its time has run out (`stale`) or will within thirty days."""

    subject: Subject
    element: str
    fact: Fact
    stale: bool


def doubts(desk: Desk, among: Collection[Subject]) -> Iterator[Doubt]:
    """Yield on what sources disagree about some subjects, in order; what a roll of households says of its heads counts as
    said of those people."""
    heads = head_conflicts(desk.view, desk.kin, _homes(desk.kin, among))
    found = {(who, key): each.rivals for who, key, each in heads if who in among}
    for subject in among:
        for element, said in desk.view.facts.get(subject, {}).items():
            known = held_now(desk.view, subject, element, of(element)) if len(said) > 1 else None
            if known is not None and known.standing is Standing.CONFLICT:
                found[subject, element] = known.rivals
    for subject, element in sorted(found, key=lambda each: (each[0].name, *each)):
        yield Doubt(subject, element, found[subject, element])


def _homes(kin: Kin, among: Collection[Subject]) -> Iterable[Subject]:
    """Return the households of people, under each of their keys."""
    own = {home for each in among if (home := kin.home(each)) is not None}
    return sorted(own.union(*(kin.doubles(home) for home in own)))


def running_out(desk: Desk, among: Iterable[Subject]) -> Iterator[Due]:
    """Yield what has run out or soon will of those who are still here."""
    view = desk.view
    soon = view.as_of + SOON
    for subject in among:
        if view.is_gone(subject, view.as_of):
            continue
        for element, said in sorted(view.facts.get(subject, {}).items()):
            if any(_ends_by(each.fact, soon) for each in said):
                known = held_now(view, subject, element, of(element))
                if known.fact is not None and _ends_by(known.fact, soon):
                    yield Due(subject, element, known.fact, known.standing is Standing.STALE)


def _ends_by(fact: Fact, day: date) -> bool:
    return fact.valid_until is not None and fact.valid_until <= day
