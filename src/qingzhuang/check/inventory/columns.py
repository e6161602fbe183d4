"""Which column of a register holds what. Labels come normalised; data stands in columns.yaml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from qingzhuang.model.case import CaseKind

_NEAR = 86.0
_ASKED = re.compile(r"^(?:是否|有无|有没有|是不是)(?:已经?|设置了?|设有|具有|具备|存在|有)?")
_ENDS = re.compile(r"(?:\((?:是/否|有/无)\)|功能|情况|与否)$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`fields` maps a whole label to its field, `bare` the same without the words that only ask; `like` patterns for other
    labels; `tell` the fields that give a register's kind away; `kinds` the words that name what one row is."""

    fields: Mapping[str, str]
    bare: Mapping[str, str]
    like: tuple[tuple[str, re.Pattern[str]], ...]
    tell: Mapping[str, frozenset[str]]
    kinds: Mapping[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The words of registers."""
    text = resources.files("qingzhuang.check.inventory").joinpath("columns.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    fields = {_plain(word): field for field, entry in data["fields"].items() for word in entry["words"]}
    bare = {_bare(word): field for word, field in reversed(fields.items())}
    like = tuple(
        (field, re.compile(_plain(entry["like"])))
        for field, entry in data["fields"].items()
        if "like" in entry
    )
    tell = {kind: frozenset(names) for kind, names in data["tell"].items()}
    kinds = {kind: tuple(_plain(word) for word in words) for kind, words in data["kinds"].items()}
    return Vocabulary(fields, bare, like, tell, kinds)


def _plain(label: str) -> str:
    return label.casefold().replace("（", "(").replace("）", ")")


def _bare(label: str) -> str:
    """Without the words that only ask: 是否设置打卡功能 → 打卡. One letter is no label."""
    found = _ENDS.sub("", _ASKED.sub("", label))
    return found if len(found) > 1 else label


def field_of(label: str) -> str | None:
    """The field of one label: the same words, the same but for the words that ask, a pattern, else very nearly the same."""
    known = vocabulary()
    plain = _plain(label)
    bare = _bare(plain)
    found = known.fields.get(plain) or known.bare.get(bare)
    found = found or next((field for field, like in known.like if like.fullmatch(bare)), None)
    return found or _nearly(plain, known)


def _nearly(plain: str, known: Vocabulary) -> str | None:
    if len(plain) <= 3:
        return None
    near = process.extractOne(plain, known.fields.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return known.fields[near[0]] if near else None


def fields_of(labels: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Field → indexes of its columns, in their order."""
    found: dict[str, tuple[int, ...]] = {}
    for index, label in enumerate(labels):
        field = field_of(label)
        if field is not None:
            found[field] = (*found.get(field, ()), index)
    return found


def register_kind(fields: Mapping[str, tuple[int, ...]], title: str) -> CaseKind | None:
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
