"""What a figure of a statistic counts, read from the words of its title, row and column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.measure_values import Values
from qingzhuang.answer.select_catalogue import Catalogue, Population
from qingzhuang.answer.select_title import Meant, read_title
from qingzhuang.model.element import SubjectKind

_HOUSEHOLDS = re.compile(r"户数|总户|[(（]户[)）]|户$")
# Beside a title that names some people, these words may mean all people or those people.
_UNIVERSE = re.compile(r"户籍|常住|实有|总人口|人口总数|人口数|总户|全村|全镇|辖区|^人口$")
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
        "其中",
        "总",
        "数",
        "人",
        "口",
        "户",
        "居民",
        "村民",
    ),
    *(
        "人员",
        "对象",
        "农户",
        "住户",
        "家庭",
        "全部",
        "本村",
        "全村",
        "年龄段",
        "年龄结构",
        "年龄",
        "性别",
        "类别",
        "等级",
        "分布",
        "构成",
        "结构",
        "情况",
        "按",
        "分",
    ),
)
_JOINED = re.compile(r"[、和与及]$")
_ALL_OF_A_PLACE = ("户籍人口", "常住人口", "实有人口")
_BARE = ("男", "男性", "女", "女性")
_NUMBERED = re.compile(
    r"^(?:表?[一二三四五六七八九十]+|\d+|[(（][一二三四五六七八九十\d]+[)）])[、.．]\s*|^其中[：:]?"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts: subjects of a kind that belong to all of the populations."""

    kind: SubjectKind
    populations: tuple[Population, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a statistic: its title, and all words of its rows and columns."""

    title: str
    words: frozenset[str] = frozenset()


def read_measure(
    heading: Heading, words: Sequence[str], unit: str | None, catalogue: Catalogue, values: Values
) -> Measure | str:
    """Return what the words of a row and a column count together under a title, or the words that are not understood
    or may be meant in two ways."""
    homes = unit == "户" or (unit != "人" and _HOUSEHOLDS.search(words[-1]) is not None)
    kind = SubjectKind.HOUSEHOLD if homes else SubjectKind.PERSON
    above = _above(heading, kind, catalogue)
    if isinstance(above, str):
        return above
    keys = {test.key for each in above for tests in each.tests.values() for test in tests}
    found: list[Population] = []
    for word in words:
        part = _part(_NUMBERED.sub("", word), kind, catalogue, values, keys)
        if isinstance(part, str) and word is not words[-1] and _only_topic(word, catalogue):
            continue
        if isinstance(part, str):
            return part
        found += part
    if not _is_one_universe(above, found, words):
        return "/".join(words)
    if not (found or homes or unit == "人" or re.search(r"人|男|女|岁", "/".join((heading.title, *words)))):
        return "/".join(words)
    named = above or any(each.name not in _BARE for each in found)
    if _is_topic(heading.title, catalogue) and not named:
        return heading.title
    return Measure(kind, (*(each for each in above if not _denied_by(each, found)), *found))


def _is_one_universe(above: Sequence[Population], found: Sequence[Population], words: Sequence[str]) -> bool:
    """Tell whether title and column speak of the same people: not 总人口 under a title of some, nor 常住人口 under 户籍人口."""
    limits = {each.name for each in above}
    named = {each.name for each in found}
    places = named & set(_ALL_OF_A_PLACE)
    if limits and limits <= set(_ALL_OF_A_PLACE):
        return places <= limits
    return not (limits and named == places and any(_UNIVERSE.search(word) for word in words))


def _above(heading: Heading, kind: SubjectKind, catalogue: Catalogue) -> tuple[Population, ...] | str:
    """The populations to which the title limits all figures; none where its columns name each of them by itself."""
    known = (*catalogue.neutral, *_FILLERS, *catalogue.topics)
    meant = read_title(heading.title, kind, replace(catalogue, neutral=known))
    if meant.rest or meant.turned or not meant.known:
        return meant.rest or heading.title
    named = tuple(each for each in meant.populations if each in catalogue.populations)
    lists_topics = bool(named) and any(
        _JOINED.search(heading.title[: heading.title.find(word)]) for word in catalogue.topics
    )
    narrower = [each for each in named if each.name not in _ALL_OF_A_PLACE]  # 少数民族户籍人口 are both
    if len(narrower) < 2 and not meant.any_of and not lists_topics:
        return meant.populations
    each_by_itself = named == meant.populations and all(_alone(each, named, heading.words) for each in named)
    return () if each_by_itself else heading.title


def _alone(one: Population, all_of_them: Sequence[Population], words: frozenset[str]) -> bool:
    others = [word for each in all_of_them if each is not one for word in each.words]
    return any(
        any(name in word for name in one.words) and not any(other in word for other in others)
        for word in words
    )


def _part(
    word: str, kind: SubjectKind, catalogue: Catalogue, values: Values, keys: set[str]
) -> Sequence[Population] | str:
    """The populations that one word of a row or column names, else the words that nobody understands."""
    meant = read_title(word, kind, replace(catalogue, everyone={}, neutral=_FILLERS))
    stated = values.population(word, keys) if kind is SubjectKind.PERSON else None
    if _is_plain(meant):
        return [_either(each, stated) for each in meant.populations]
    return (stated,) if stated else word


def _either(known: Population, stated: Population | None) -> Population:
    """What a word means, and what the ledger says in this very word."""
    if stated is None or known.all_of:
        return known
    kind = SubjectKind.PERSON
    return replace(known, tests={**known.tests, kind: (*known.tests.get(kind, ()), *stated.tests[kind])})


def _is_plain(meant: Meant) -> bool:
    return not meant.rest and not meant.any_of and meant.known


def _denied_by(above: Population, found: Sequence[Population]) -> bool:
    """Tell whether a column names another answer to the very question of the title: 未参保 under 参保情况."""
    mine = {test.key: test.words for tests in above.tests.values() for test in tests if test.words}
    tests = [test for each in found for group in each.tests.values() for test in group if test.words]
    return any(test.key in mine and not set(test.words) & set(mine[test.key]) for test in tests)


def _is_topic(title: str, catalogue: Catalogue) -> bool:
    return any(word in title for word in catalogue.topics)


def _only_topic(word: str, catalogue: Catalogue) -> bool:
    """A group of columns may bear a word for what they are about: 保障, 就业."""
    return _NUMBERED.sub("", word).removesuffix("情况") in catalogue.topics


def names_population(title: str, catalogue: Catalogue) -> bool:
    """Tell whether a title limits its figures to some people: the village's own figures are then not meant."""
    return bool(read_title(title, SubjectKind.PERSON, catalogue).populations)
