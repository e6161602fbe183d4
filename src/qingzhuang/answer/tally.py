"""Counting the ledger's people and households by village, and adding up what households have: only when everybody's
part in the figure is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qingzhuang.answer.derive_numbers import decimal
from qingzhuang.answer.ledger import Resolution
from qingzhuang.answer.measure import Measure
from qingzhuang.answer.of_a_day import told_on
from qingzhuang.answer.plan_cell import Origin, State
from qingzhuang.answer.plan_found import Found
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.rolls import title_of
from qingzhuang.answer.select_catalogue import Population
from qingzhuang.answer.select_member import both
from qingzhuang.answer.tally_days import Day, ListDays, days_of_facts
from qingzhuang.answer.whole_rolls import WholeRolls
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Period
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.thing import thing

_EVERYONE_KEYS = frozenset(("person.sex", "person.age"))
SIZE_KEY = "household.size"
_FEW = later("台账里可能不是全村的人（户）")


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure, or None; `why` says why there is none, or on what it rests. `days` are those of the lists behind it, where a form
    states a day."""

    number: Scalar
    why: str = ""
    days: frozenset[Day] = frozenset()


class Counter:
    """Counts in one ledger."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._rolls = WholeRolls(resolver)
        self._lists = ListDays(resolver)
        self._found: dict[tuple[SubjectKind, tuple[str, ...]], list[Subject]] = {}
        self._complete: dict[tuple[str, ...], bool] = {}

    def count(self, measure: Measure, villages: Sequence[str]) -> Tally:
        """Return how many subjects in the villages (none: everywhere) belong, None when anyone's part is not known, or
        when the ledger may not hold everybody: none among a few is no nought."""
        here = self._here(measure.kind, villages)
        if not here or (_needs_everybody(measure) and not self.is_complete(villages)):
            return Tally(None, _FEW)
        self._rolls.used.clear()
        answers = [both(self._rolls.belongs(each, one) for one in measure.populations) for each in here]
        total, unknown = answers.count(True), answers.count(None)
        if unknown:
            return self._insured(measure, villages) or Tally(None, _undecided(measure))
        if total == 0 and not self.is_complete(villages):
            return Tally(None, _FEW)
        taken = [
            _("“{name}”按{told}").format(name=each.name, told=each.told)
            for each in measure.populations
            if each.told
        ]
        why = "，".join(dict.fromkeys((*taken, *filter(None, (self._basis(),)))))
        return Tally(total, why, self._days(measure, here))

    def total(self, key: str, villages: Sequence[str], period: Period | None) -> Tally:
        """Add up what the households of the villages have; a blank counts as none where their roll has the column."""
        homes = self._here(SubjectKind.HOUSEHOLD, villages)
        if not homes or not self.is_complete(villages):
            return Tally(None, _FEW)
        found = self._of_the_day(homes, key) or [self._resolver.find(each, key) for each in homes]
        blank = [home for home, each in zip(homes, found, strict=True) if each.value is None]
        if len(blank) == len(homes):
            return Tally(None, _("台账里各户都没有这一项"))
        if any(each.origin.state not in (State.UNKNOWN, State.KNOWN, State.DERIVED) for each in found):
            return Tally(None, _("有的户这一项说法不一，或已过期"))
        if not all(lies_in(fact.as_of, period) for each in found for fact in each.origin.facts):
            return Tally(None, _("台账里是另一个时期的数"))
        lineages = self._lineages(homes, key)
        if not all(any(self._resolver.rolls.holds(home, each) for each in lineages) for home in blank):
            return Tally(None, _("有的户台账里没有这一项"))
        numbers = [decimal(each.value) for each in found if each.value is not None]
        if None in numbers:
            return Tally(None, _("有的户这一项不是数"))
        why = _("按各户加总，这一项空着的户当作没有") if blank else _("按各户加总")
        added = _plain(sum((each for each in numbers if each is not None), Decimal(0)))
        return Tally(added, why, self._days_of(homes, key, found))

    def _days(self, measure: Measure, here: Sequence[Subject]) -> frozenset[Day]:
        if self._resolver.stated is None:
            return frozenset()
        return self._lists.of(measure, here, filter(_asks_of_everyone, measure.populations))

    def _days_of(self, homes: Sequence[Subject], key: str, found: Sequence[Found]) -> frozenset[Day]:
        """The days of the facts that were added, and of the lists whose blanks count as none."""
        if self._resolver.stated is None:
            return frozenset()
        rolls = self._resolver.rolls
        blank = [home for home, each in zip(homes, found, strict=True) if each.value is None]
        lists = [
            each
            for each in (self._lineages(homes, key) if blank else ())
            if any(rolls.holds(home, each) for home in blank)
        ]
        return days_of_facts(each.origin.facts for each in found) | self._lists.of_rolls(lists)

    def _of_the_day(self, homes: Sequence[Subject], key: str) -> list[Found]:
        """What was said of households as of just the day that the form states; none where nothing was."""
        resolver = self._resolver
        if resolver.stated is None:
            return []
        held = [
            told_on(resolver.view, (each, *resolver.kin.doubles(each)), key, resolver.stated)
            for each in homes
        ]
        found = [_found(each) for each in held]
        return found if any(each.value is not None for each in found) else []

    def is_complete(self, villages: Sequence[str]) -> bool:
        """Tell whether the ledger holds everybody: every household as many people as it is said to have."""
        place = tuple(villages)
        if place not in self._complete:
            self._complete[place] = self._holds_everybody(place)
        return self._complete[place]

    def _holds_everybody(self, villages: Sequence[str]) -> bool:
        people = self._here(SubjectKind.PERSON, villages)
        homes = self._here(SubjectKind.HOUSEHOLD, villages)
        housed = all(self._resolver.kin.home(person) for person in people)
        return bool(homes) and housed and all(self._is_whole(home) for home in homes)

    def _insured(self, measure: Measure, villages: Sequence[str]) -> Tally | None:
        """Who of a household belongs may be unknown while its roll says how many do."""
        (population, *others) = measure.populations or (None,)
        if measure.kind is not SubjectKind.PERSON or population is None or others or not population.people:
            return None
        homes = self._here(SubjectKind.HOUSEHOLD, villages)
        self._rolls.used.clear()
        answers = [(home, self._rolls.belongs(home, population)) for home in homes]
        if any(answer is None for _home, answer in answers):
            return None
        counted = [home for home, answer in answers if answer]
        found = [self._resolver.find(home, population.people) for home in counted]
        numbers = [each.value for each in found]
        if not numbers or not all(isinstance(each, int) for each in numbers):
            return None
        total = sum(each for each in numbers if isinstance(each, int))
        days = self._days_of(counted, population.people, found)
        return Tally(total, self._basis() or _("按各户的人数加总"), days)

    def _lineages(self, homes: Sequence[Subject], key: str) -> frozenset[str]:
        facts = self._resolver.view.facts
        every = [each for home in homes for each in (home, *self._resolver.kin.doubles(home))]
        plain = thing(key).key
        return frozenset(one.lineage for each in every for one in facts.get(each, {}).get(plain, ()))

    def _here(self, kind: SubjectKind, villages: Sequence[str]) -> list[Subject]:
        place = (kind, tuple(villages))
        if place not in self._found:
            every = self._resolver.view.of_kind(kind)
            here = [each for each in every if not self._is_double(each) and self._lives(each, villages)]
            self._found[place] = here
        return self._found[place]

    def _is_double(self, subject: Subject) -> bool:
        return subject.kind is SubjectKind.HOUSEHOLD and self._resolver.kin.home(subject) != subject

    def _lives(self, subject: Subject, villages: Sequence[str]) -> bool:
        if self._resolver.view.is_gone(subject, self._resolver.day):
            return False
        return not villages or self._resolver.kin.village(subject) in villages

    def _is_whole(self, home: Subject) -> bool:
        members = self._resolver.kin.members(home)
        here = [each for each in members if not self._resolver.view.is_gone(each, self._resolver.day)]
        return self._resolver.value(home, SIZE_KEY) == len(here)

    def _basis(self) -> str:
        rolls = sorted(self._rolls.used)
        named = "、".join(f"“{title_of(each)}”（{self._resolver.rolls.day(each)}）" for each in rolls)
        return _("按{rolls}数，名册上没有的算不是").format(rolls=named) if rolls else ""


def _found(held: Resolution) -> Found:
    if held.fact is None:
        return Found(None, Origin(State.CONFLICT if held.rivals else State.UNKNOWN, held.rivals))
    return Found(held.fact.value, Origin(State.KNOWN, (held.fact,), owner=held.fact.subject))


def _undecided(measure: Measure) -> str:
    names = "、".join(dict.fromkeys(each.name for each in measure.populations))
    if measure.kind is SubjectKind.HOUSEHOLD:
        return _("有的户看不出是不是“{names}”").format(names=names)
    return _("有的人看不出是不是“{names}”").format(names=names)


def lies_in(day: date, period: Period | None) -> bool:
    """Tell whether a day lies in a period; one that is not known limits nothing."""
    return period is None or period.start is None or period.end is None or period.start <= day <= period.end


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _needs_everybody(measure: Measure) -> bool:
    """A list of 低保对象 may be whole by itself; ages and sexes of whoever is in some list are not the village's."""
    return all(_asks_of_everyone(population) for population in measure.populations)


def _asks_of_everyone(population: Population) -> bool:
    return all(test.key in _EVERYONE_KEYS for tests in population.tests.values() for test in tests)
