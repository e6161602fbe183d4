"""Which column of a register holds what. Labels come normalised; data stands in columns.yaml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from qingzhuang.model.case import CaseKind

_NEAR = 86.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`fields` maps a whole label to its field; `tell` the fields that give a register's kind away; `kinds` the words
    that name what one row is."""

    fields: Mapping[str, str]
    tell: Mapping[str, frozenset[str]]
    kinds: Mapping[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The words of registers."""
    text = resources.files("qingzhuang.check.inventory").joinpath("columns.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    fields = {_plain(word): field for field, entry in data["fields"].items() for word in entry["words"]}
    tell = {kind: frozenset(names) for kind, names in data["tell"].items()}
    kinds = {kind: tuple(_plain(word) for word in words) for kind, words in data["kinds"].items()}
    return Vocabulary(fields, tell, kinds)


def _plain(label: str) -> str:
    return label.casefold().replace("（", "(").replace("）", ")")


def field_of(label: str) -> str | None:
    """The field of one label: the same words, else very nearly the same."""
    words = vocabulary().fields
    plain = _plain(label)
    if plain in words:
        return words[plain]
    near = (
        process.extractOne(plain, words.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if len(plain) > 3
        else None
    )
    return words[near[0]] if near else None


def fields_of(labels: Sequence[str]) -> dict[str, int]:
    """Field → index of its column; of two columns for one field the first counts."""
    found: dict[str, int] = {}
    for index, label in enumerate(labels):
        field = field_of(label)
        if field is not None:
            found.setdefault(field, index)
    return found


def register_kind(fields: Mapping[str, int], title: str) -> CaseKind | None:
    """What the rows of a table are, or None when it is no register: it needs a name, and a field that only such
    registers have or a title that says so."""
    if "name" not in fields:
        return None
    said = kind_word(title)
    votes = {kind: len(names & fields.keys()) for kind, names in vocabulary().tell.items()}
    best = max(votes, key=lambda kind: votes[kind])
    if said is not None and (votes[best] or len(fields) >= 3):
        return said if votes.get(said.value, 0) or not votes[best] else CaseKind(best)
    return CaseKind(best) if votes[best] >= 2 else None


def kind_word(text: str) -> CaseKind | None:
    """The kind that a word names: 小程序 and 快应用 are apps."""
    plain = _plain(text)
    for kind, words in vocabulary().kinds.items():
        if any(word == plain or (len(word) > 1 and word in plain) for word in words):
            return {"public_account": CaseKind.ACCOUNT, "work_group": CaseKind.GROUP}.get(kind, CaseKind.APP)
    return None
