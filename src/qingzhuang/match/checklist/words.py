"""The words of check points, from the package's YAML: things, people, places, aspects, and how such sentences are written."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Sort(StrEnum):
    """What a word of a check point is."""

    THING = "thing"
    PERSON = "person"
    PLACE = "place"
    ASPECT = "aspect"
    EXISTS = "exists"  # 有, and the questions that ask for it: 有无
    ASKED = "asked"  # 是否: says nothing but that it is a question
    DENIED = "denied"
    JOIN = "join"
    TURN = "turn"  # 且: a denial does not reach beyond
    BREAK = "break"
    IDLE = "idle"
    FIGURE = "figure"
    PERIOD = "period"
    TIMES = "times"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Word:
    """A known word. `name` is the thing, person, place or aspect; `good` of an aspect's word: True, False, or None."""

    sort: Sort
    name: str = ""
    good: bool | None = None


@dataclass(frozen=True, slots=True)
class Aspect:
    """What may be checked of a thing. `one`: one thing will do (配备), otherwise each must. `near`: aspects that people
    mix with this one. `parts`: what a word for several stands for. `want`: `low` or `high` figures are wanted. `of`: the
    thing that is meant where none is named (脏乱差: 环境)."""

    id: str
    name: str
    one: bool = False
    near: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    want: str = ""
    of: str = ""
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon. `kinds` tells of what kind a thing or person is, `whose` whose it is where nothing is said."""

    version: str
    words: Mapping[str, Word]
    aspects: Mapping[str, Aspect]
    kinds: Mapping[str, str]
    whose: Mapping[str, str]
    unwanted: frozenset[str]
    ends: Mapping[str, str]
    units: Mapping[str, tuple[str, float]]
    wants: Mapping[str, str]
    periods: Mapping[str, float]
    longest: int
    lasting: Mapping[str, int] = field(default_factory=dict)
    lasts: int = 0

    def holds(self, aspects: Iterable[str]) -> int:
        """For how many days what a visit saw of these may be taken elsewhere: the shortest."""
        return min((self.lasting.get(each, self.lasts) for each in aspects), default=self.lasts)

    def within(self, name: str) -> Iterator[str]:
        """The kinds above a thing or person, nearest first."""
        while name in self.kinds:
            name = self.kinds[name]
            yield name


def plain(text: str) -> str:
    """Return the text in one width, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@cache
def shipped() -> Words:
    """The words that ship with the product."""
    root = files("qingzhuang.match") / "lexicon" / "checklist"
    texts = {each.name: each.read_text("utf-8") for each in root.iterdir() if each.name.endswith(".yaml")}
    return load(dict(sorted(texts.items())))


def load(texts: Mapping[str, str]) -> Words:
    """Build the lexicon from YAML texts by file name. Raises ValueError for a term that stands for two things."""
    trees = {name: yaml.load(text, _Loader) for name, text in texts.items()}  # noqa: S506 - CSafeLoader is safe
    writing, aspects = trees["writing.yaml"], trees["aspects.yaml"]["aspects"]
    lasting = trees["lasting.yaml"]["lasting"].values()
    named = [entry for tree in trees.values() for entry in _named(tree)]
    words: dict[str, Word] = {}
    for term, word in (*_little(writing), *_of_aspects(aspects), *_terms(named)):
        _put(words, plain(term), word)
    digest = hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()[:8]
    return Words(
        version=f"{writing['date']}+{digest}",
        words=words,
        aspects={key: _aspect(key, entry) for key, entry in aspects.items()},
        kinds={name: entry["of"] for _sort, name, entry in named if entry.get("of")},
        whose={name: entry["whose"] for _sort, name, entry in named if entry.get("whose")},
        unwanted=frozenset(writing["unwanted"]),
        ends={plain(term): end for end, terms in writing["ends"].items() for term in terms},
        units={plain(term): (unit, float(size)) for term, (unit, size) in writing["units"].items()},
        wants=writing["wants"],
        periods=writing["periods"],
        longest=max(map(len, words)),
        lasting={aspect: each["days"] for each in lasting for aspect in each.get("aspects", ())},
        lasts=next(each["days"] for each in lasting if each.get("otherwise")),
    )


def _put(words: dict[str, Word], term: str, word: Word) -> None:
    """A term has one meaning; what is more than a little word wins over it."""
    before = words.get(term)
    little = (Sort.IDLE, Sort.EXISTS, Sort.ASKED)
    if before and before.sort not in little and before != word:
        raise ValueError(f"checklist: {term} stands for {before.name} and {word.name}")
    words[term] = word


_LITTLE = {"exists": Sort.EXISTS, "questions": Sort.ASKED, "denials": Sort.DENIED, "joins": Sort.JOIN, "turns": Sort.TURN}  # fmt: skip


def _little(writing: Any) -> Iterator[tuple[str, Word]]:
    for term in writing["idle"]:
        yield term, Word(Sort.IDLE)
    for key, sort in _LITTLE.items():
        yield from ((term, Word(sort)) for term in writing[key])
    yield from ((term, Word(Sort.EXISTS)) for term in writing["questions"] if term[0] == "有" or "有" in term)
    for term in dict.fromkeys(map(plain, writing["breaks"])):
        yield term, Word(Sort.BREAK)


def _of_aspects(aspects: Any) -> Iterator[tuple[str, Word]]:
    for key, entry in aspects.items():
        for name, good in (("good", True), ("bad", False), ("plain", None)):
            yield from ((term, Word(Sort.ASPECT, key, good)) for term in entry.get(name, ()))


def _aspect(key: str, entry: Any) -> Aspect:
    return Aspect(
        id=key,
        name=entry["name"],
        one=entry.get("scope") == "one",
        near=frozenset(entry.get("near", ())),
        parts=tuple(entry.get("parts", ())),
        want=entry.get("want", ""),
        of=entry.get("of", ""),
        judged="plain" not in entry,
    )


def _named(tree: Any) -> Iterator[tuple[Sort, str, dict[str, Any]]]:
    for key, sort in (("things", Sort.THING), ("people", Sort.PERSON), ("places", Sort.PLACE)):
        for name, entry in tree.get(key, {}).items():
            yield sort, name, entry if isinstance(entry, dict) else {"terms": entry}
    for term in tree.get("here", ()):
        yield Sort.IDLE, term, {"terms": ()}


def _terms(named: list[tuple[Sort, str, dict[str, Any]]]) -> Iterator[tuple[str, Word]]:
    for sort, name, entry in named:
        word = Word(sort, "" if sort is Sort.IDLE else name)
        yield from ((term, word) for term in dict.fromkeys((name, *entry["terms"])))
