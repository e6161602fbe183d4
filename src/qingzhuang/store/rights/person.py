"""All that is known of one person, for that person."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.clock import CHINA
from qingzhuang.store.ledger.queries import history
from qingzhuang.store.rights.looks import Look, Reported, looks, reported


@dataclass(frozen=True, slots=True)
class Item:
    """One value that was ever recorded: where from, of which day, when it was recorded; `ended` says what became of it."""

    element: str
    name: str
    value: Scalar
    source: str
    recorder: str
    as_of: date
    recorded_on: date
    until: date | None
    ended: str


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What a person may ask for (个人信息保护法 第四十五条): values, to whom they went, who looked."""

    subject: Subject
    items: tuple[Item, ...]
    reported: tuple[Reported, ...]
    looks: tuple[Look, ...]


def person_record(subject: Subject) -> PersonRecord:
    """Gather it."""
    items = tuple(
        Item(
            each.fact.element,
            element(each.fact.element).name,
            each.fact.value,
            each.fact.source.file,
            each.fact.recorder,
            each.fact.as_of,
            each.fact.recorded_at.astimezone(CHINA).date(),
            each.fact.valid_until,
            each.ended or "",
        )
        for each in history(subject)
    )
    return PersonRecord(subject, items, reported(subject), looks(subject))
