"""The words of the text check: data, with the few patterns that join them. Each file is read and compiled once."""

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from qingzhuang.check.text.gate import Gated

_NAME = re.compile(r"<([a-z][a-z0-9_]*)>")


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of one file."""
    content: dict[str, Any] = yaml.safe_load((resources.files(__name__) / f"{name}.yaml").read_text("utf-8"))
    return content


def pattern(source: str | list[str]) -> Gated:
    """Compile a pattern, or a list of them as alternatives; <name> stands for a word of words.yaml."""
    joined = source if isinstance(source, str) else "|".join(source)
    return Gated(re.compile(spelt(joined)))


def spelt(source: str) -> str:
    """A pattern with the words of words.yaml in place of their names."""
    words = table("words")
    for _ in range(3):
        source = _NAME.sub(lambda found: str(words[found[1]]), source)
    return source
