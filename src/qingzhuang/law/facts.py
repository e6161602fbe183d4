"""The facts that rules may ask for: what each is called, what it can be, and the question put to a person who knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from qingzhuang.model.case import FactValue

FILE = "facts.yaml"


class FactType(StrEnum):
    """What a fact can be."""

    BOOL = "bool"
    NUMBER = "number"
    DATE = "date"  # a day, or a moment
    TEXT = "text"
    ENUM = "enum"  # one of its words
    SET = "set"  # some of its words
    REFS = "refs"  # names of other things, or true where there are some and nobody named them
    CALENDAR = "calendar"  # held by the place's own hours, never by a case


@dataclass(frozen=True, slots=True)
class FactKind:
    """`name` and `words` (code → 中文) are as people say it; `question` is put to a person when the fact is missing."""

    id: str
    name: str
    type: FactType
    question: str
    words: Mapping[str, str] = field(default_factory=dict[str, str])

    def accepts(self, value: FactValue) -> bool:
        """Tell whether the value is of this fact's type and words."""
        match self.type:
            case FactType.BOOL:
                return isinstance(value, bool)
            case FactType.NUMBER:
                return isinstance(value, int | float) and not isinstance(value, bool)
            case FactType.DATE:
                return isinstance(value, date)
            case FactType.TEXT:
                return isinstance(value, str)
            case FactType.ENUM:
                return isinstance(value, str) and value in self.words
            case FactType.SET:
                return isinstance(value, frozenset) and value <= frozenset(self.words)
            case FactType.REFS:
                return value is True or isinstance(value, frozenset)
            case FactType.CALENDAR:
                return False

    def say(self, value: FactValue) -> str:
        """The value as people say it."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, frozenset):
            return "、".join(self.words.get(each, each) for each in sorted(value)) or "没有"
        return self.words.get(value, value) if isinstance(value, str) else f"{value}"


@cache
def facts() -> Mapping[str, FactKind]:
    """Every fact by its id. Raises ValueError naming the entry when one is malformed."""
    entries = yaml.safe_load(files("qingzhuang.law").joinpath(FILE).read_text(encoding="utf-8"))["facts"]
    return {name: _fact(name, entry) for name, entry in entries.items()}


def _fact(name: str, entry: dict[str, Any]) -> FactKind:
    try:
        return FactKind(
            name, entry["name"], FactType(entry["type"]), entry["question"], entry.get("words", {})
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{FILE}: {name}: {error!r}") from error
