"""Figures that are those of one day: what was so on 30 June does not answer a form as of 31 December."""

from collections.abc import Iterable
from datetime import date, timedelta, timezone

from qingzhuang.answer.ledger import LedgerView, Resolution, Standing, resolve
from qingzhuang.answer.plan_cell import Missing, State
from qingzhuang.model.element import DataElement, SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.form import ItemType

_PLACES = (SubjectKind.PLACE, SubjectKind.ORGANISATION)
_FIGURES = (ItemType.INTEGER, ItemType.NUMBER)
_AGE = "person.age"
_CHINA = timezone(timedelta(hours=8))


def is_of_a_day(subject: Subject, element: DataElement) -> bool:
    """Tell whether what is said moves from day to day: figures of a place that do not last until contradicted, and ages."""
    if element.id.rpartition("@")[2] == _AGE:
        return True
    if subject.kind not in _PLACES or element.id.startswith("check."):
        return False
    unread = element.object_class is None and "~" in element.id
    return unread or (element.type in _FIGURES and element.lasts_days is not None)


def held_now(view: LedgerView, subject: Subject, key: str, element: DataElement) -> Resolution:
    """Return what holds today, whatever day it was said of. Figures of two days are two facts and no conflict: the later one holds. Where
    neither source said of which day it is, and the ledger only knows when it came, they may be of one day and disagree."""
    held = view.resolve(subject, key)
    if held.standing is not Standing.CONFLICT or not is_of_a_day(subject, element):
        return held
    latest, *others = held.rivals
    rivals = tuple(each for each in others if _of_one_day(latest, each))
    if rivals:
        return Resolution(Standing.CONFLICT, rivals=(latest, *rivals))
    return Resolution(Standing.CURRENT, latest)


def _of_one_day(one: Fact, other: Fact) -> bool:
    return one.as_of == other.as_of or not (_is_told(one) or _is_told(other))


def _is_told(fact: Fact) -> bool:
    """Tell whether somebody said of which day a fact is: what only came on a day bears that day."""
    return fact.as_of != fact.recorded_at.astimezone(_CHINA).date()


def days_apart(missing: Missing) -> tuple[date, date] | None:
    """Return as of which day the last known figure is and as of which the form wants one, None where that is not why it is lacking."""
    if missing.state is not State.STALE or missing.day is None or not missing.facts:
        return None
    known = missing.facts[0].as_of
    return (known, missing.day) if known != missing.day else None


def told_on(view: LedgerView, names: Iterable[Subject], key: str, day: date) -> Resolution:
    """Return what was said of somebody, under any of its names, as of just this day and no other."""
    whom = {view.canonical(each): None for each in names}
    said = (each for who in whom for each in view.facts.get(who, {}).get(key, ()))
    return resolve([each for each in said if each.fact.as_of == day], day)


def on_the_day(view: LedgerView, subject: Subject, key: str, day: date) -> Resolution:
    """Return what was said as of just this day, never today for a day to come; else the last known as one to ask about, whatever day
    that was."""
    exact = told_on(view, (subject,), key, day)
    if exact.standing is not Standing.UNKNOWN:
        return exact
    known = view.resolve(subject, key)
    if known.standing is Standing.CONFLICT:  # of other days: the last known is told beside the question
        return Resolution(Standing.STALE, known.rivals[0])
    return Resolution(Standing.STALE, known.fact) if known.fact is not None else known
