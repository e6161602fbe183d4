"""Whom a title means: 60周岁以上低保老人花名册 → older than 59 and on minimum living allowance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qingzhuang.answer.select_catalogue import Catalogue, Population, Test
from qingzhuang.model.element import SubjectKind

AGE_KEY = "person.age"
_AGE = r"(\d{1,3})"
_YEARS = r"(?:周岁|岁)"
_AGE_RANGES = (
    # Civil Code, article 1259: 以上, 以下, 以内, 届满 include the number; 不满, 超过, 以外 do not.
    (re.compile(rf"{_AGE}{_YEARS}?(?:-|—|－|~|～|至|到){_AGE}{_YEARS}(?:以下|及以下)?"), (0, 0)),
    (re.compile(rf"(?:年满|满)?{_AGE}{_YEARS}(?:\(含\)|（含）)?及?以上"), (0, None)),
    (re.compile(rf"(?:不满|未满){_AGE}{_YEARS}"), (None, -1)),
    (re.compile(rf"(?:超过|大于){_AGE}{_YEARS}"), (1, None)),
    (re.compile(rf"{_AGE}{_YEARS}(?:\(含\)|（含）)?及?以[下内]"), (None, 0)),
)
_QUOTES = re.compile(r"[“”‘’「」\s]")
_JOINS = re.compile(r"[、，,和与及或]")
_PLACE = re.compile(
    r"^[\x00\s]*[^\x00\x01]{1,12}?(?:省|市|自治区|县|区|镇|乡|街道|村|社区|派出所|卫生院|学校|学院)(?=.)"
)
_TIME = re.compile(
    r"\$?\{+[^{}]*\}+年?|(?:\d{2,4}|[〇零一二三四五六七八九十]{2,4})年(?:度|第?[一二三四]季度)?|\d{1,2}月份?|[上下]半年|第?[一二三四1-4]季度"
)
_MARKS = re.compile(r"[/\\\s()（）《》“”\"'·:：_\-—－、，,.。和与及或的等\d]+")
_NAMED, _SEEN = "\x01", "\x00"
_NARROWED = re.compile(r"[^\x00\x01\s/、，,和与及或(（《“)）》”\d._—－-][)）]?\x01")
# A person-word nobody knows behind the population is who is really meant: 低保家庭大学生.
_HEADED = re.compile(r"\x01[^\x01]*[^\x00\x01\s][员者生户女属偶儿童人妇长师工兵部民](?=[\x00\x01\W]|$)")
_PLACE_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Meant:
    """`populations` must all hold, or any when `any_of`. `rest` are words nobody understood. `known` False: nobody may
    be listed on the title's strength, because it names no population that we know, or narrows it by a word we do not
    know (困难党员, 低保家庭大学生). `turned`: a word makes it another population altogether (退出低保)."""

    populations: tuple[Population, ...]
    any_of: bool = False
    rest: str = ""
    known: bool = True
    turned: bool = False


def read_title(title: str, kind: SubjectKind, catalogue: Catalogue) -> Meant:
    """Return whom a title means among the subjects of a kind."""
    title = _QUOTES.sub("", title)
    found = list(_find(title, kind, catalogue))
    left = _left(title, [span for _, span in found], (*catalogue.neutral, *catalogue.everyone.get(kind, ())))
    rest = _MARKS.sub("", left.replace(_NAMED, "").replace(_SEEN, ""))
    populations = tuple({id(population): population for population, _ in found}.values())
    turned = any(word in rest for word in catalogue.changing)
    narrowed = any(pattern.search(left) for pattern in (_NARROWED, _HEADED))
    known = not turned and not narrowed and not _serves(found) and (bool(found) or not rest)
    return Meant(populations, _joined(title, [span for _, span in found]), rest, known, turned)


def _serves(found: Sequence[tuple[Population, tuple[int, int]]]) -> bool:
    """Tell whether a role stands right behind other people: those whom it serves, or those who have it."""
    ends = {span[1] for _population, span in found}
    return any(population.role and span[0] in ends for population, span in found)


def core_of(title: str, kind: SubjectKind, catalogue: Catalogue) -> str:
    """Return the words by which a title names whom it lists, without places, times and words for lists: the same for
    two lists of the same people, also of people that the catalogue does not know."""
    title = _QUOTES.sub("", title)
    neutral = (*catalogue.neutral, *catalogue.everyone.get(kind, ()))
    return _MARKS.sub("", _left(title, (), neutral).replace(_SEEN, ""))


def age_population(text: str) -> tuple[Population, tuple[int, int]] | None:
    """Return the population of an age range in words and where the words stand."""
    for pattern, (low, high) in _AGE_RANGES:
        match = pattern.search(text)
        if match:
            numbers = [int(number) for number in match.groups()]
            least = None if low is None else numbers[0] + low
            most = None if high is None else numbers[-1] + high
            test = Test(AGE_KEY, (), least, most)
            return Population(match.group(), (match.group(),), {SubjectKind.PERSON: (test,)}), match.span()
    return None


def _find(
    title: str, kind: SubjectKind, catalogue: Catalogue
) -> Iterator[tuple[Population, tuple[int, int]]]:
    """Yield the populations named and where, longest words first, no character used twice."""
    aged = age_population(title) if kind in _PEOPLE else None
    taken = title
    if aged:
        yield aged
        taken = _strike(taken, aged[1], _NAMED)
    words = ((word, each) for each in catalogue.populations if _speaks_of(each, kind) for word in each.words)
    for word, population in sorted(words, key=lambda pair: -len(pair[0])):
        while (start := taken.find(word)) >= 0:
            span = (start, start + len(word))
            taken = _strike(taken, span, _NAMED)
            yield population, span


_PEOPLE = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
PREMISES = (SubjectKind.PLACE, SubjectKind.ORGANISATION)
_SPOKEN_OF_BY = {SubjectKind.HOUSEHOLD: _PEOPLE, **dict.fromkeys(PREMISES, PREMISES)}


def _speaks_of(population: Population, kind: SubjectKind) -> bool:
    return any(each in population.tests for each in _SPOKEN_OF_BY.get(kind, (kind,)))


def _strike(text: str, span: tuple[int, int], mark: str) -> str:
    return text[: span[0]] + mark * (span[1] - span[0]) + text[span[1] :]


def _joined(title: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the populations are listed side by side (低保、特困人员), not one within the other (残疾党员)."""
    ordered = sorted(spans)
    between = (title[first[1] : second[0]] for first, second in pairwise(ordered))
    return any(_JOINS.search(text) for text in between)


def _left(title: str, spans: Sequence[tuple[int, int]], neutral: Sequence[str]) -> str:
    """Return the title with marks in place of the words understood: populations, times, places, neutral words."""
    text = title
    for span in spans:
        text = _strike(text, span, _NAMED)
    text = _TIME.sub(_SEEN, text)
    for _ in range(_PLACE_LEVELS):
        text = _PLACE.sub(_SEEN, text)
    for word in sorted(neutral, key=len, reverse=True):
        text = text.replace(word, _SEEN)
    return text
