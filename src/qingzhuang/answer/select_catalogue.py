"""The populations that titles speak of, as data: answer/populations.yaml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from qingzhuang.model.element import SubjectKind


@dataclass(frozen=True, slots=True)
class Test:
    """One piece of evidence: the value under `key` is one of `words`, contains one of the words `has`, lies between
    `least` and `most` (included), or answers yes (nothing else given). `yes` False turns it round; `hints`: a no
    decides nothing. The words `open` decide nothing."""

    key: str
    words: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    yes: bool = True
    has: tuple[str, ...] = ()
    hints: bool = False
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """A set of subjects with the words that name it. `tests` gives the evidence by kind of subject: the first that is
    decided decides, with `all_of` every one must hold. A household without tests of its own belongs when a member
    does. `role`: people who do something for others, so that 残疾人志愿者 need be no 残疾人. `among` names the population
    whose rolls hold all of these people too (重度残疾人 among 残疾人), `people` the element of a household that says how
    many of its members belong, `told` what is said of a word that offices take in different ways."""

    name: str
    words: tuple[str, ...]
    tests: Mapping[SubjectKind, tuple[Test, ...]]
    all_of: bool = False
    role: bool = False
    among: str = ""
    people: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`everyone` are words for all subjects of a kind, `neutral` words that say nothing of who is meant, `changing`
    words that make another population of the one beside them (新增, 退出, 非), `topics` words by which the title of a
    statistic says what its columns are about, not whom it is limited to (民生保障),
    `scales` the words of an element from least to most (小学, 初中)."""

    populations: tuple[Population, ...]
    everyone: Mapping[SubjectKind, tuple[str, ...]]
    neutral: tuple[str, ...]
    changing: tuple[str, ...]
    topics: tuple[str, ...] = ()
    scales: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)

    def named(self, name: str) -> Population | None:
        """Return the population of a name."""
        return next((each for each in self.populations if each.name == name), None)


@cache
def default_catalogue() -> Catalogue:
    """Return the catalogue that comes with the package."""
    return load(yaml.safe_load(files("qingzhuang.answer").joinpath("populations.yaml").read_text("utf-8")))


def load(document: Mapping[str, Any]) -> Catalogue:
    """Build a catalogue from the parsed YAML. Raises KeyError or ValueError for a malformed one."""
    return Catalogue(
        tuple(_population(each) for each in document["populations"]),
        {SubjectKind(kind): tuple(words) for kind, words in document["everyone"].items()},
        tuple(document["neutral"]),
        tuple(document["changing"]),
        tuple(document.get("topics", ())),
        document.get("scales", {}),
    )


def _population(entry: Mapping[str, Any]) -> Population:
    words: Sequence[str] = entry["words"]
    tests = {kind: tuple(_test(each) for each in entry[kind]) for kind in SubjectKind if kind in entry}
    return Population(words[0], tuple(words), tests, **_more(entry))


def _more(entry: Mapping[str, Any]) -> dict[str, Any]:
    names = {"all": "all_of", "role": "role", "among": "among", "people": "people", "told": "told"}
    return {name: entry[word] for word, name in names.items() if word in entry}


def _words(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(str(word) for word in entry.get(name, ()))


def _test(entry: Mapping[str, Any]) -> Test:
    words, has = _words(entry, "is"), _words(entry, "has")
    bounds = entry.get("least"), entry.get("most")
    return Test(
        entry["key"],
        words,
        *bounds,
        entry.get("yes", True),
        has,
        entry.get("hints", False),
        _words(entry, "open"),
    )
