"""Rolls that are taken as whole: whoever lives in a village that a roll of 残疾人 covers and is not on it is none."""

from collections.abc import Mapping
from functools import cached_property

from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.rolls import title_of
from qingzhuang.answer.select_catalogue import Population, default_catalogue
from qingzhuang.answer.select_member import belongs, either
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

_GOOD_FOR_DAYS = 366


class WholeRolls:
    """The rolls of one ledger. `used` gathers those by which an answer was no because they do not name the subject."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.used: set[str] = set()
        self._answers: dict[tuple[Subject, int], tuple[bool | None, frozenset[str]]] = {}
        self._kept: dict[int, Population] = {}  # so that no number is given to another one

    def belongs(self, subject: Subject, population: Population) -> bool | None:
        """Tell whether a subject belongs, by facts and by rolls that cover its village; None when neither tells."""
        place = (subject, id(self._kept.setdefault(id(population), population)))
        if place not in self._answers:
            before, self.used = self.used, set()
            self._answers[place] = self._answer(subject, population), frozenset(self.used)
            self.used = before
        answer, used = self._answers[place]
        self.used |= used
        return answer

    def _answer(self, subject: Subject, population: Population) -> bool | None:
        answer = belongs(subject, population, self.resolver)
        if answer is not None:
            return answer
        if subject.kind is SubjectKind.HOUSEHOLD:
            answer = self._by_members(subject, population)
        return self._denied(subject, population) if answer is None else answer

    def _by_members(self, home: Subject, population: Population) -> bool | None:
        members = self.resolver.kin.members(home)
        return either(self.belongs(each, population) for each in members) if members else None

    def _denied(self, subject: Subject, population: Population) -> bool | None:
        village = self.resolver.kin.village(subject)
        rolls = self._rolls(population)
        covering = [
            roll for roll, (kind, extent) in rolls.items() if kind is subject.kind and village in extent
        ]
        if not covering or any(self._names(subject, roll) for roll in covering):
            return None
        self.used |= set(covering)
        return False

    def _names(self, subject: Subject, roll: str) -> bool:
        same = (subject, *self.resolver.kin.doubles(subject))
        return any(self.resolver.rolls.holds(each, roll) for each in same)

    def _rolls(self, population: Population) -> Mapping[str, tuple[SubjectKind, frozenset[str]]]:
        """Return the rolls of a population, each with the kind of its rows and the villages that it covers."""
        if population.name not in self._extents:
            known = [default_catalogue().named(name) for name in (population.name, population.among)]
            naming = [self.resolver.rolls.naming(each) for each in known if each is not None]
            self._extents[population.name] = {
                roll: self._extent(roll, subjects) for each in naming for roll, subjects in each.items()
            }
        return self._extents[population.name]

    def _extent(self, roll: str, subjects: frozenset[Subject]) -> tuple[SubjectKind, frozenset[str]]:
        kind = self._row_kind(roll, subjects)
        subjects = frozenset(each for each in subjects if each.kind is kind)
        here = frozenset(self.resolver.kin.village(each) for each in subjects)
        named = frozenset(village for village in self.resolver.kin.villages if village in title_of(roll))
        wide = len(here) == len(self.resolver.kin.villages) or (
            len(here) > 1 and 2 * len(here) >= len(self.resolver.kin.villages)
        )
        old = abs((self.resolver.day - self.resolver.rolls.day(roll)).days) > _GOOD_FOR_DAYS
        if "" in here or old or not (named or wide):
            return kind, frozenset()
        return kind, here & named if named else here

    def _row_kind(self, roll: str, subjects: frozenset[Subject]) -> SubjectKind:
        """A list of households names their heads, a list of people may tell of their households."""
        homes = (each for each in subjects if each.kind is SubjectKind.HOUSEHOLD)
        told = any(self.resolver.rolls.leads(each, roll) for each in homes)
        return SubjectKind.HOUSEHOLD if told else SubjectKind.PERSON

    @cached_property
    def _extents(self) -> dict[str, dict[str, tuple[SubjectKind, frozenset[str]]]]:
        return {}
