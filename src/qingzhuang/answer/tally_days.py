"""As of which days a counted or added figure is known: those of the lists that it rests on. A form as of another day is not answered by it."""

from collections.abc import Iterable, Sequence
from datetime import date

from qingzhuang.answer.measure import Measure
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.rolls import title_of
from qingzhuang.answer.select_catalogue import Population
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.sheet import Scalar

Day = tuple[date, str]  # the day of a list, and what the list is called (empty: what people said one by one)


class ListDays:
    """Looks up in one ledger which lists a count rests on: rolls of just the people that are counted, else rolls of everybody, else
    whatever was said last of those who are counted."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._named: dict[int, tuple[Population, frozenset[Day]]] = {}

    def of(self, measure: Measure, here: Sequence[Subject], everyone: Iterable[Population]) -> frozenset[Day]:
        """Return the days behind a count of subjects; `everyone` are those of its populations that say nothing of a list (ages, sexes)."""
        plain = {id(each) for each in everyone}
        named = [self._rolls(each) for each in measure.populations if id(each) not in plain]
        found = frozenset[Day]().union(*named)
        return found or self._of_everybody(here) or self._last(here)

    def of_rolls(self, lineages: Iterable[str]) -> frozenset[Day]:
        """Return the days of the latest editions of some lists."""
        return frozenset((self._resolver.rolls.day(each), title_of(each)) for each in lineages)

    def _rolls(self, population: Population) -> frozenset[Day]:
        known = self._named.get(id(population))
        if known is None:
            days = self.of_rolls(self._resolver.rolls.naming(population))
            known = self._named[id(population)] = population, days
        return known[1]

    def _of_everybody(self, here: Sequence[Subject]) -> frozenset[Day]:
        return self.of_rolls(self._resolver.rolls.of_all(here))

    def _last(self, here: Sequence[Subject]) -> frozenset[Day]:
        facts = self._resolver.view.facts
        said = (each for who in here for told in facts.get(who, {}).values() for each in told)
        last = max(said, key=lambda each: each.fact.as_of, default=None)
        return frozenset() if last is None else frozenset(((last.fact.as_of, title_of(last.lineage)),))


def days_of_facts(facts: Iterable[Iterable[Fact]]) -> frozenset[Day]:
    """Return the days of facts that are added up, with the files that they stand in."""
    return frozenset((each.as_of, each.source.file.rpartition(".")[0]) for those in facts for each in those)


def not_of_the_day(days: frozenset[Day], stated: date, number: Scalar) -> str:
    """Return why a figure is none as of the day that a form states, empty where all that it rests on is of just that day."""
    others = sorted((day, name) for day, name in days if day != stated)
    if days and not others:
        return ""
    if not others:
        return _("台账里看不出是哪一天的数，本表要 {wanted} 的").format(wanted=stated)
    single = _("逐个问的")
    named = _("、").join(
        dict.fromkeys(f"“{name}”（{day}）" if name else f"{single}（{day}）" for day, name in others)
    )
    return _("按{lists}数是 {number}，本表要 {wanted} 的").format(lists=named, number=number, wanted=stated)
