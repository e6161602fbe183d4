"""What the reasons to propose a column weigh: data, read off development pairs. They order and never decide."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import mul

import yaml

WORDS = ("best_place", "kindred_place", "kindred_spelling")
AROUND = ("key", "other_property", "role", "form", "qualifiers", "title", "entity", "realm")
Signs = tuple[float, ...]


def weighed(signs: Sequence[float], weights: Sequence[float]) -> float:
    """Signs added up by their weights."""
    total: float = sum(map(mul, signs, weights))
    return total


@cache
def weights() -> tuple[Signs, Signs]:
    """The weights that ship with the product, in the order of `WORDS` and of `AROUND`."""
    text = (files("qingzhuang.match") / "proposing" / "ranking.yaml").read_text("utf-8")
    tree: Mapping[str, Mapping[str, float]] = yaml.safe_load(text)
    return tuple(tree["words"][name] for name in WORDS), tuple(tree["around"][name] for name in AROUND)
