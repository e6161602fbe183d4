"""What well-known words mean where a form says nothing: a short lexicon of published definitions, each with its source."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from qingzhuang.model.definition import Ages, Definition

_OTHER = "非不未无"


@cache
def standards() -> Mapping[str, Definition]:
    """The definitions by every term."""
    text = (files("qingzhuang.match") / "lexicon" / "definitions.yaml").read_text("utf-8")
    found: dict[str, Definition] = {}
    for each in yaml.safe_load(text)["standards"]:
        found |= {term: _standard(term, each) for term in each["terms"]}
    return found


def _standard(term: str, entry: Mapping[str, Any]) -> Definition:
    says: Mapping[str, Any] = entry["says"]
    ages = Ages(says.get("low"), says.get("high")) if {"low", "high"} & says.keys() else None
    return Definition(
        term,
        term=term,
        population=says.get("population"),
        lived=says.get("lived"),
        away=says.get("away"),
        ages=ages,
        source=entry["source"],
        sure=entry["sure"],
    )


@lru_cache(maxsize=4096)
def standard_of(words: str) -> Definition | None:
    """Return what the longest known word in a label means; None when there is none, or it stands behind 非, 不, 未."""
    for term in sorted(standards(), key=lambda each: (-len(each), each)):
        at = words.find(term)
        if at >= 0:
            return None if at and words[at - 1] in _OTHER else standards()[term]
    return None
