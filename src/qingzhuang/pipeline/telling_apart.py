"""Whom of a sheet a person has to tell apart: people, and households by their heads, of whom the sheet or the ledger has the name
only. Nobody is taken for anybody by a name; it is asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.plan_kin import HOUSEHOLD_KEYS
from qingzhuang.answer.subjects import ID_NO, by_name_only
from qingzhuang.model import id_number
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.seeking import Directory

GROUPS = ("place.village_group", "place.group")
Pairs = Collection[tuple[Subject, Subject]]


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells one of several namesakes from the others: the year of birth, the village group, how many live together; 0 and
    empty where nobody knows."""

    born: int = 0
    group: str = ""
    members: int = 0


@dataclass(frozen=True, slots=True)
class Maybe:
    """Somebody of a sheet, and those of the same name in the ledger who may be the same: at least one of the two is known by
    name only. `marks` go with `known`; `held`: the ledger has somebody under this very name already, untold from the others."""

    who: Subject
    known: tuple[Subject, ...]
    marks: tuple[Marks, ...] = ()
    held: bool = False


def maybes(
    who: Iterable[Subject], meant: Mapping[Subject, int], held: Directory, apart: Pairs = ()
) -> Iterator[Maybe]:
    """Yield who may be somebody of the ledger: the same name, no other village, not two numbers, and nobody said yet whether
    they are one. `meant` is of which village each is."""
    named = _by_name(held)
    view = held.desk.view
    for each in who:
        knows = view.knows(each)
        if knows and (not by_name_only(each) or view.canonical(each) != each):
            continue  # has a number, or somebody said who it is
        found = tuple(
            other
            for other in named.get((each.kind, each.name), ())
            if other != each
            and (by_name_only(each) or by_name_only(other))
            and held.placing.unit(other) in (None, meant.get(each))
            and (each, other) not in apart
            and (other, each) not in apart
        )
        if found:
            yield Maybe(each, found, tuple(_marks(other, held) for other in found), knows)


def _by_name(held: Directory) -> Mapping[tuple[SubjectKind, str], list[Subject]]:
    """The people by name, the households by the name of their heads; also such as no roll of households has, but whose heads are
    known with a number under which it would be kept."""
    named: dict[tuple[SubjectKind, str], list[Subject]] = defaultdict(list)
    kin = held.desk.kin
    homes = set()
    for home in held.of_kind(SubjectKind.HOUSEHOLD):
        one = kin.home(home) or home
        head = kin.head(one)
        if one not in homes:
            homes.add(one)
            for name in {one.name, head.name if head else ""} - {""}:
                named[SubjectKind.HOUSEHOLD, name].append(one)
    for person in held.of_kind(SubjectKind.PERSON):
        if person.name:
            named[SubjectKind.PERSON, person.name].append(person)
            if kin.leads(person) and kin.home(person) is None and not by_name_only(person):
                named[SubjectKind.HOUSEHOLD, person.name].append(_home_of(person, held))
    return named


def _home_of(head: Subject, held: Directory) -> Subject:
    """The household as a roll of households would name it: by its book number, else by its head's."""
    books = (held.desk.view.value(head, each) for each in HOUSEHOLD_KEYS)
    return Subject(SubjectKind.HOUSEHOLD, next((str(each) for each in books if each), head.key), head.name)


def _marks(subject: Subject, held: Directory) -> Marks:
    view, kin = held.desk.view, held.desk.kin
    home = kin.home(subject)
    asked = [each for each in (subject, home, kin.head(home) if home else None) if each is not None]
    group = next((str(word) for each in asked for key in GROUPS if (word := view.value(each, key))), "")
    if subject.kind is SubjectKind.HOUSEHOLD:
        return Marks(group=group, members=len(kin.members(subject)))
    number = id_number.parse(str(view.value(subject, ID_NO) or subject.key))
    birth = number.birth if number else as_date(view.value(subject, "person.birth"))
    return Marks(birth.year if birth else 0, group)
