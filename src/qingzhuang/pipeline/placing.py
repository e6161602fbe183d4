"""Of which unit a subject is. Names alone do not tell: two townships of a county may each have a 石桥村. What was placed by
a person or with the sheet of a post is of that unit; else the village's name decides where it means one unit only, or
together with its township. What may mean several is of none until somebody says."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from qingzhuang.answer.ledger import Candidate, LedgerView
from qingzhuang.answer.plan_kin import VILLAGE_KEY, Kin
from qingzhuang.answer.plan_resolve import TOWN
from qingzhuang.answer.select import is_village
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Village:
    """One village of the tree by its number; `former` is how it, or one that went into it, was called before."""

    number: int
    name: str
    town: str = ""
    former: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The name that tells it from a namesake."""
        return f"{self.town}{self.name}"


class Villages:
    """The villages of the tree, found by what is written of them."""

    def __init__(self, villages: Iterable[Village]) -> None:
        self.by_number = {each.number: each for each in villages}
        self._by_name: defaultdict[str, set[int]] = defaultdict(set)
        for each in self.by_number.values():
            for name in (each.name, *each.former):
                self._by_name[name].add(each.number)
        self._called: dict[str, frozenset[int]] = {}

    @property
    def all(self) -> frozenset[int]:
        """The numbers of all villages."""
        return frozenset(self.by_number)

    def shared(self, number: int) -> bool:
        """Tell whether a village's name may mean another one, too."""
        return len(self._by_name[self.by_number[number].name]) > 1

    def called(self, text: str) -> frozenset[int]:
        """Return which villages a text may mean: by the name, else by township and name (青禾镇石桥村)."""
        if text not in self._called:
            self._called[text] = frozenset(self._by_name.get(text, ())) or self._by_path(text)
        return self._called[text]

    def _by_path(self, text: str) -> frozenset[int]:
        return frozenset(
            each.number
            for each in self.by_number.values()
            for name in (each.name, *each.former)
            if each.town and text.endswith(name) and each.town in text[: -len(name)]
        )

    def of_town(self, town: str, among: Collection[int]) -> frozenset[int]:
        """Return those of a township: 青禾镇, 云泽县青禾镇."""
        known = ((number, self.by_number[number].town) for number in among)
        return frozenset(number for number, its in known if its and town.endswith(its))


@dataclass(frozen=True, slots=True)
class Ground:
    """What places are read from: who belongs together, under whom the facts of all somebody's keys are gathered, and which
    township is said of somebody."""

    kin: Kin
    same_as: Mapping[Subject, Subject]
    town: Callable[[Subject], str]


def ground_of(desk: Desk) -> Ground:
    """Return it for a desk over the whole ledger."""
    return Ground(desk.kin, desk.view.same_as, lambda who: town_on(desk, who))


def town_on(desk: Desk, who: Subject) -> str:
    """Return the township that a desk knows of somebody, empty where it knows none."""
    return str(desk.value(who, TOWN) or "").strip()


class Placing:
    """Of which village each subject is; `placed` is what people said, by number."""

    def __init__(
        self, ground: Ground, villages: Iterable[Village], placed: Mapping[Subject, int] | None = None
    ) -> None:
        self._ground = ground
        self.villages = Villages(villages)
        self._placed = {self._canonical(who): number for who, number in (placed or {}).items()}
        self._found: dict[Subject, tuple[int | None, frozenset[int]]] = {}

    def unit(self, subject: Subject) -> int | None:
        """Return the number of the village that a subject is of, None where nobody can tell."""
        return self._of(subject)[0]

    def possible(self, subject: Subject) -> frozenset[int]:
        """Return the numbers of the villages that a subject may be of."""
        return self._of(subject)[1]

    def written(self, subject: Subject) -> str:
        """Return the village as it is written of a subject, empty where nobody wrote one."""
        if is_village(subject):
            return subject.name if len(self.villages.called(subject.key)) != 1 else subject.key
        return self._ground.kin.village(subject)

    def is_unclear(self, subject: Subject) -> bool:
        """Tell whether neither people nor the village's name say of which village somebody is."""
        who = self._canonical(subject)
        written = self.written(who)
        return self._by_people(who) is None and len(self.villages.called(written) if written else _NONE) != 1

    def is_plain(self, number: int) -> bool:
        """Tell whether the village's name alone finds all its subjects and nobody else's."""
        village = self.villages.by_number[number]
        if village.former or self.villages.shared(number):
            return False
        others = self._ground.kin.villages - {village.name}
        if any(number in self.villages.called(each) for each in others):
            return False
        return all(
            (its == number) == (self.written(who) == village.name) for who, its in self._placed.items()
        )

    def _canonical(self, subject: Subject) -> Subject:
        return self._ground.same_as.get(subject, subject)

    def _of(self, subject: Subject) -> tuple[int | None, frozenset[int]]:
        who = self._canonical(subject)
        if who not in self._found:
            self._found[who] = self._find(who)
        return self._found[who]

    def _find(self, who: Subject) -> tuple[int | None, frozenset[int]]:
        placed = self._by_people(who)
        if placed is not None:
            return placed, frozenset((placed,))
        written = self.written(who)
        named = self.villages.called(written) if written else _NONE
        if len(named) == 1:
            return next(iter(named)), named
        pool = named or self.villages.all
        town = self._ground.town(who)
        here = self.villages.of_town(town, pool) if town else pool
        if named:
            return (next(iter(here)) if len(here) == 1 else None), here or named
        return None, here

    def _by_people(self, who: Subject) -> int | None:
        """What was said of itself, else of its household, else of those who live there."""
        kin = self._ground.kin
        home = kin.home(who) if who.kind in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD) else None
        near = (who, *((home, *kin.members(home)) if home and self._placed else ()))
        return next((self._placed[each] for each in near if each in self._placed), None)


def part_of(view: LedgerView, placing: Placing, mine: frozenset[int], *, whole: bool) -> LedgerView:
    """Return the part of a view that is of these villages, each under the name that it has now. With `whole` also what
    can only be of one of them; else what is of the one village itself, under a key of its own where its name is shared."""
    facts = {
        who: _renamed(placing, who, elements)
        for who, elements in view.facts.items()
        if is_here(placing, who, mine, whole=whole)
    }
    if not whole:
        facts |= {who: {} for who in _own(placing, mine) if who not in facts}
    return replace(view, facts=facts)


def is_here(placing: Placing, who: Subject, mine: frozenset[int], *, whole: bool) -> bool:
    """Tell whether a subject is of these villages; with `whole` also one that can only be of one of them."""
    number = placing.unit(who)
    if number is not None:
        return number in mine
    possible = placing.possible(who)
    return whole and bool(possible) and possible <= mine


def own_key(subject: Subject, village: Village) -> Subject:
    """Return the subject under a key that its village's namesake cannot have; numbers of people and books stay."""
    if subject.kind is SubjectKind.PLACE and subject.key == village.name:
        return replace(subject, key=village.full)
    marks = subject.key.split(";")
    own = ";".join(f"村={village.full}" if each == f"村={village.name}" else each for each in marks)
    return replace(subject, key=own)


def _own(placing: Placing, mine: frozenset[int]) -> tuple[Subject, ...]:
    known = (placing.villages.by_number[each] for each in mine)
    return tuple(
        Subject(SubjectKind.PLACE, each.full, each.name)
        for each in known
        if placing.villages.shared(each.number)
    )


def _renamed(
    placing: Placing, who: Subject, elements: Mapping[str, tuple[Candidate, ...]]
) -> Mapping[str, tuple[Candidate, ...]]:
    number = placing.unit(who)
    if number is None or VILLAGE_KEY not in elements:
        return elements
    name = placing.villages.by_number[number].name
    said = tuple(replace(each, fact=replace(each.fact, value=name)) for each in elements[VILLAGE_KEY])
    return {**elements, VILLAGE_KEY: said}
