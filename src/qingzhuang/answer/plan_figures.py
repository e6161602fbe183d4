"""Counting the ledger's people and households by village: only when everybody's part in the figure is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.select_catalogue import Catalogue, Population
from qingzhuang.answer.select_member import belongs, both
from qingzhuang.answer.select_title import Meant, read_title
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

_HOUSEHOLDS = re.compile(r"户数|总户|[(（]户[)）]|户$")
_FILLERS = (
    "总人口数",
    "总人口",
    "总人数",
    "人口数",
    "人数",
    "总户数",
    "户数",
    "总数",
    "合计",
    "小计",
    "总计",
    "其中",
    "总",
    "数",
    "人",
)
_EVERYONE_KEYS = frozenset(("person.sex", "person.age"))
SIZE_KEY = "household.size"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts: subjects of a kind that belong to the populations."""

    kind: SubjectKind
    meant: Meant


def read_measure(words: Sequence[str], unit: str | None, catalogue: Catalogue) -> Measure | None:
    """Return what the words of a row and a column count together, None when any of them is not understood."""
    text = "/".join(words)
    homes = unit == "户" or (unit != "人" and _HOUSEHOLDS.search(words[-1]) is not None)
    kind = SubjectKind.HOUSEHOLD if homes else SubjectKind.PERSON
    if not (homes or unit == "人" or re.search(r"人|男|女|岁", text)):
        return None
    meant = read_title(text, kind, _with_fillers(catalogue))
    return Measure(kind, meant) if meant.known and not meant.rest else None


def _with_fillers(catalogue: Catalogue) -> Catalogue:
    """In a figure's label people, households and how many say nothing of which of them."""
    kinds = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
    words = tuple(word for kind in kinds for word in catalogue.everyone.get(kind, ()))
    return replace(catalogue, neutral=(*catalogue.neutral, *_FILLERS, *words))


def names_population(title: str, catalogue: Catalogue) -> bool:
    """Tell whether a title limits its figures to some people: the village's own figures are then not meant."""
    return bool(read_title(title, SubjectKind.PERSON, catalogue).populations)


def count(measure: Measure, villages: Sequence[str], resolver: Resolver) -> int | None:
    """Return how many subjects in the villages (none: everywhere) belong, None when anyone's part is not known, or
    when the ledger may not hold everybody."""
    here = [each for each in resolver.view.of_kind(measure.kind) if _lives(each, villages, resolver)]
    if not here or (_needs_everybody(measure.meant) and not is_complete(villages, resolver)):
        return None
    answers = [
        both(belongs(each, population, resolver) for population in measure.meant.populations) for each in here
    ]
    return None if None in answers else sum(answer is True for answer in answers)


def is_complete(villages: Sequence[str], resolver: Resolver) -> bool:
    """Tell whether the ledger holds everybody of the villages: every household as many people as it is said to have."""
    people = [each for each in resolver.view.of_kind(SubjectKind.PERSON) if _lives(each, villages, resolver)]
    homes = [
        each for each in resolver.view.of_kind(SubjectKind.HOUSEHOLD) if _lives(each, villages, resolver)
    ]
    housed = all(resolver.kin.home(person) for person in people)
    return bool(homes) and housed and all(_is_whole(home, resolver) for home in homes)


def _is_whole(home: Subject, resolver: Resolver) -> bool:
    return resolver.value(home, SIZE_KEY) == len(resolver.kin.members(home))


def _needs_everybody(meant: Meant) -> bool:
    """A list of 低保对象 may be whole by itself; ages and sexes of whoever is in some list are not the village's."""
    return all(_asks_of_everyone(population) for population in meant.populations)


def _asks_of_everyone(population: Population) -> bool:
    return all(test.key in _EVERYONE_KEYS for tests in population.tests.values() for test in tests)


def _lives(subject: Subject, villages: Sequence[str], resolver: Resolver) -> bool:
    return not villages or resolver.kin.village(subject) in villages
