"""Counting the ledger's people and households by village: only when everybody's part in the figure is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.select_catalogue import Catalogue, Population
from qingzhuang.answer.select_member import belongs, both
from qingzhuang.answer.select_title import read_title
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

_HOUSEHOLDS = re.compile(r"户数|总户|[(（]户[)）]|户$")
# All that a figure's label may hold beside the population counted. Strict: 申请人数 is not 人数.
_FILLERS = (
    *(
        "总人口数",
        "总人口",
        "总人数",
        "人口数",
        "人口",
        "人数",
        "总户数",
        "户数",
        "总数",
        "合计",
        "小计",
        "总计",
    ),
    *(
        "其中",
        "总",
        "数",
        "人",
        "口",
        "户",
        "居民",
        "村民",
        "人员",
        "对象",
        "农户",
        "住户",
        "家庭",
        "全部",
        "本村",
        "全村",
    ),
)
_EVERYONE_KEYS = frozenset(("person.sex", "person.age"))
SIZE_KEY = "household.size"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts: subjects of a kind that belong to all of the populations."""

    kind: SubjectKind
    populations: tuple[Population, ...]


def read_measure(title: str, words: Sequence[str], unit: str | None, catalogue: Catalogue) -> Measure | None:
    """Return what the words of a row and a column count together under a title, None when any of them is not
    understood or may be meant in two ways."""
    homes = unit == "户" or (unit != "人" and _HOUSEHOLDS.search(words[-1]) is not None)
    if not (homes or unit == "人" or re.search(r"人|男|女|岁", "/".join((title, *words)))):
        return None
    kind = SubjectKind.HOUSEHOLD if homes else SubjectKind.PERSON
    strict = replace(catalogue, everyone={}, neutral=_FILLERS)
    above = read_title(title, kind, replace(catalogue, neutral=(*catalogue.neutral, *_FILLERS)))
    parts = [above, *(read_title(word, kind, strict) for word in words)]
    if len(above.populations) > 1 or any(part.rest or part.any_of or not part.known for part in parts):
        return None
    return Measure(kind, tuple(population for part in parts for population in part.populations))


def names_population(title: str, catalogue: Catalogue) -> bool:
    """Tell whether a title limits its figures to some people: the village's own figures are then not meant."""
    return bool(read_title(title, SubjectKind.PERSON, catalogue).populations)


def count(measure: Measure, villages: Sequence[str], resolver: Resolver) -> int | None:
    """Return how many subjects in the villages (none: everywhere) belong, None when anyone's part is not known, or
    when the ledger may not hold everybody: none among a few is no nought."""
    here = [each for each in resolver.view.of_kind(measure.kind) if _lives(each, villages, resolver)]
    if not here or (_needs_everybody(measure) and not is_complete(villages, resolver)):
        return None
    answers = [
        both(belongs(each, population, resolver) for population in measure.populations) for each in here
    ]
    total = None if None in answers else sum(answer is True for answer in answers)
    return None if total == 0 and not is_complete(villages, resolver) else total


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


def _needs_everybody(measure: Measure) -> bool:
    """A list of 低保对象 may be whole by itself; ages and sexes of whoever is in some list are not the village's."""
    return all(_asks_of_everyone(population) for population in measure.populations)


def _asks_of_everyone(population: Population) -> bool:
    return all(test.key in _EVERYONE_KEYS for tests in population.tests.values() for test in tests)


def _lives(subject: Subject, villages: Sequence[str], resolver: Resolver) -> bool:
    if resolver.view.is_gone(subject, resolver.day):
        return False
    return not villages or resolver.kin.village(subject) in villages
