"""What a part of the ledger must know of the whole: whom each roll names, since a roll that covers a village says who is
not on it, and in what words questions about people are answered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

Words = Mapping[str, frozenset[str]]
Mention = tuple[
    Subject, str, object, date, str
]  # whose element stands in which cell, true as of when, in which lineage


@dataclass(frozen=True, slots=True)
class Beyond:
    """`subjects` are all that the ledger has a fact about; `rolls` tells by subject which lineages name it in their latest
    edition, `last` the day of that edition; `led` holds (household, lineage) where a roll tells of a household by its
    head; `words` finds by element what is said of anybody."""

    subjects: frozenset[Subject]
    rolls: Mapping[Subject, frozenset[str]]
    last: Mapping[str, date]
    led: frozenset[tuple[Subject, str]]
    words: Callable[[], Words]


def role_cells(mentions: Iterable[Mention]) -> dict[tuple[object, date], Subject]:
    """Return the cells in which the row of a person speaks of somebody else, with the row's person."""
    return {
        (cell, day): subject
        for subject, key, cell, day, _lineage in mentions
        if "@" in key and subject.kind is SubjectKind.PERSON
    }


def roll_days(
    mentions: Iterable[Mention], others: Mapping[tuple[object, date], Subject]
) -> dict[tuple[Subject, str], date]:
    """Since when each roll names a subject as one of its rows; a pupil's guardian stands in the pupil's row."""
    found: dict[tuple[Subject, str], date] = {}
    for subject, key, cell, day, lineage in mentions:
        place = (subject, lineage)
        if "@" not in key and others.get((cell, day), subject) != subject:
            continue
        found[place] = max(found.get(place, day), day)
    return found


def last_days(days: Mapping[tuple[Subject, str], date]) -> dict[str, date]:
    """Return the day of each roll's latest edition."""
    last: dict[str, date] = {}
    for (_subject, lineage), day in days.items():
        last[lineage] = max(last.get(lineage, day), day)
    return last


def by_subject(
    days: Mapping[tuple[Subject, str], date], last: Mapping[str, date]
) -> dict[Subject, frozenset[str]]:
    """Return which rolls name each subject; one that only an earlier edition names may have left."""
    found: dict[Subject, set[str]] = {}
    for (subject, lineage), day in days.items():
        if last[lineage] == day:
            found.setdefault(subject, set()).add(lineage)
    return {subject: frozenset(lineages) for subject, lineages in found.items()}
