"""Who is who: people whom some file knows by name only, and those of the same name whom they may be. The ledger never
merges them by itself; a person says which one is meant, or that none is."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan_kin import HOUSEHOLD_KEYS, Kin
from qingzhuang.answer.subjects import ID_NO
from qingzhuang.model import id_number
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

_BY_NAME = "名="


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the same name, with what tells them apart."""

    subject: Subject
    village: str = ""
    birth: date | None = None


@dataclass(frozen=True, slots=True)
class Namesakes:
    """`subject` is known by name only; each of the candidates may be the same person."""

    subject: Subject
    candidates: tuple[Candidate, ...]


def namesakes(
    view: LedgerView,
    kin: Kin,
    apart: Collection[tuple[Subject, Subject]] = (),
    among: Collection[Subject] | None = None,
) -> tuple[Namesakes, ...]:
    """Return whom nobody has told apart yet, in order; `apart` are the pairs of which somebody said that they are not
    the same, `among` limits to those of whom one side is in it."""
    by_name: defaultdict[str, list[Subject]] = defaultdict(list)
    for each in view.of_kind(SubjectKind.PERSON):
        by_name[each.name].append(each)
    found = (
        Namesakes(weak, tuple(_described(each, view, kin) for each in may_be))
        for people in by_name.values()
        if len(people) > 1
        for weak in people
        if weak.key.startswith(_BY_NAME)
        and (may_be := list(_candidates(weak, people, view, kin, apart)))
        and (among is None or weak in among or any(each in among for each in may_be))
    )
    return tuple(sorted(found, key=lambda each: each.subject))


def _candidates(
    weak: Subject,
    people: Sequence[Subject],
    view: LedgerView,
    kin: Kin,
    apart: Collection[tuple[Subject, Subject]],
) -> Iterator[Subject]:
    """Yield those of the same name whom nothing speaks against; of two known by name only the earlier is asked about."""
    mine = _marks(weak, view, kin)
    for each in people:
        told = (weak, each) in apart or (each, weak) in apart
        asked_there = each.key.startswith(_BY_NAME) and each.key <= weak.key
        if not told and not asked_there and not _contradict(mine, _marks(each, view, kin)):
            yield each


def _marks(subject: Subject, view: LedgerView, kin: Kin) -> Mapping[str, str]:
    """What is known of a person that no other of the same name need share: village, household, birth."""
    given = {}
    if subject.key.startswith(_BY_NAME):
        given = {mark: word for mark, _is, word in (each.partition("=") for each in subject.key.split(";"))}
    birth = _birth(subject, view)
    book = next((str(value) for key in HOUSEHOLD_KEYS if (value := view.value(subject, key))), "")
    return {
        "村": given.get("村", "") or kin.village(subject),
        "户": given.get("户", "") or book,
        "生": birth.isoformat() if birth else given.get("生", ""),
    }


def _contradict(first: Mapping[str, str], second: Mapping[str, str]) -> bool:
    return any(word and second[mark] and word != second[mark] for mark, word in first.items())


def _birth(subject: Subject, view: LedgerView) -> date | None:
    number = id_number.parse(str(view.value(subject, ID_NO) or subject.key))
    return number.birth if number else as_date(view.value(subject, "person.birth"))


def _described(subject: Subject, view: LedgerView, kin: Kin) -> Candidate:
    return Candidate(subject, kin.village(subject), _birth(subject, view))
