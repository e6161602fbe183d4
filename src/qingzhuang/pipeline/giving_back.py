"""What a ledger gives back to those who keep it: birthdays that change what somebody may ask for, facts that run out."""

from dataclasses import dataclass
from datetime import date, timedelta

from qingzhuang.answer.derive_dates import age, as_date
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.doubts import running_out

OLD_AGE = 80  # from this birthday on most provinces pay an allowance for great age
_BIRTH = "person.birth"
_AHEAD = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Birthday:
    """Who reaches the age on which day."""

    subject: Subject
    on: date


@dataclass(frozen=True, slots=True)
class GivenBack:
    """For one village: birthdays in the next three months, how many facts run out within thirty days, how many have."""

    birthdays: tuple[Birthday, ...] = ()
    expiring: int = 0
    expired: int = 0


def give_back(desk: Desk, village: str) -> GivenBack:
    """Look through the people and things of a village (empty: all)."""
    view = desk.view
    here = [each for each in view.facts if not village or desk.village(each) == village]
    living = [each for each in here if not view.is_gone(each, view.as_of)]
    found = (_birthday(each, desk) for each in living if each.kind is SubjectKind.PERSON)
    birthdays = sorted((each for each in found if each), key=lambda each: (each.on, each.subject))
    due = [each.stale for each in running_out(desk, here)]
    return GivenBack(tuple(birthdays), due.count(False), due.count(True))


def _birthday(person: Subject, desk: Desk) -> Birthday | None:
    today = desk.view.as_of
    born = as_date(desk.value(person, _BIRTH))
    if born is None or age(born, today) != OLD_AGE - 1:
        return None
    first = next((day for day in _days(today) if age(born, day) == OLD_AGE), None)
    return Birthday(person, first) if first else None


def _days(today: date) -> list[date]:
    return [today + timedelta(days=each) for each in range(1, _AHEAD.days + 1)]
