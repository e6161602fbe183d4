"""From a tip-off to cases: one for each kind of thing it speaks of, every fact with Origin.REPORTED."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from qingzhuang.check.clue.read import Clue
from qingzhuang.check.text.normal import normalise
from qingzhuang.check.text.practice import Practice, Stance
from qingzhuang.check.text.read import readings
from qingzhuang.model.case import Case, CaseKind, FactValue, Known, Origin

_DENIED = re.compile(r"(?:没有?|从未|并未|不再|未|取消了?)[^,。;!?\n]{0,3}$")
_TOLD = (Stance.DEMAND, Stance.COMPLAINT, Stance.REPORT)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words and the facts they report of things of these kinds; `fact` is a figure that `figure` reads."""

    id: str
    kinds: tuple[CaseKind, ...]
    all: tuple[re.Pattern[str], ...]
    none: re.Pattern[str] | None
    facts: Mapping[str, FactValue]
    fact: str = ""
    figure: re.Pattern[str] | None = None


@cache
def signs() -> tuple[Sign, ...]:
    """All signs, compiled once."""
    text = resources.files("qingzhuang.check.clue").joinpath("signs.yaml").read_text("utf-8")
    return tuple(_sign(entry) for entry in yaml.safe_load(text)["signs"])


def _sign(entry: dict[str, Any]) -> Sign:
    number = entry.get("number") or {}
    values = {
        name: frozenset(value) if isinstance(value, list) else value
        for name, value in entry.get("facts", {}).items()
    }
    return Sign(
        entry["id"],
        tuple(CaseKind(kind) for kind in entry["kinds"]),
        tuple(re.compile(words) for words in entry["all"]),
        re.compile(entry["not"]) if entry.get("not") else None,
        values,
        number.get("fact", ""),
        re.compile(number["from"]) if number else None,
    )


def clue_cases(clue: Clue, places: Sequence[str] = ()) -> list[Case]:
    """The cases of a tip-off."""
    known: dict[CaseKind, dict[str, Known]] = {}
    for kind, facts in _reported(f"{clue.about} {clue.name}\n{clue.text}" if clue.name else clue.text):
        _join(known.setdefault(kind, {}), facts)
    name = clue.name or clue.unit
    return [Case(kind, name, facts, clue.day, tuple(places)) for kind, facts in known.items()]


def _reported(text: str) -> Iterator[tuple[CaseKind, Mapping[str, FactValue]]]:
    plain = normalise(text).text
    for sign in signs():
        if not all(_told(words, plain) for words in sign.all) or (sign.none and sign.none.search(plain)):
            continue
        found = sign.figure.search(plain) if sign.figure else None
        facts = {**sign.facts, **({sign.fact: float(found[1])} if found else {})}
        yield from ((kind, facts) for kind in sign.kinds if facts or not sign.figure)
    for practice in readings(text):
        if practice.stance in _TOLD:
            yield practice.kind, _plain(practice)


def _told(words: re.Pattern[str], plain: str) -> bool:
    """Whether the words stand there without being denied just before."""
    return any(
        not _DENIED.search(plain, max(0, found.start() - 6), found.start()) for found in words.finditer(plain)
    )


def _plain(practice: Practice) -> Mapping[str, FactValue]:
    return {name: value for name, value in practice.facts.items() if name != "scene"}


def _join(known: dict[str, Known], facts: Mapping[str, FactValue]) -> None:
    """Sets are joined, of figures and words the first stands."""
    for name, value in facts.items():
        before = known[name].value if name in known else None
        if isinstance(before, frozenset) and isinstance(value, frozenset):
            known[name] = Known(before | value, Origin.REPORTED, denied=frozenset())
        elif before is None:
            denied = frozenset[str]() if isinstance(value, frozenset) else None
            known[name] = Known(value, Origin.REPORTED, denied=denied)
