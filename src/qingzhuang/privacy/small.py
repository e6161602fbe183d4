"""Small groups are never shown: not by themselves, and not as what is left when the others are taken off the total."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from qingzhuang.law.parameter import Parameter, load_parameters

FILE = "smallest_group.yaml"


@dataclass(frozen=True, slots=True)
class Group:
    """One figure of a division of a whole: `size` is how many stand behind it, `figures` add up to the whole's."""

    name: str
    size: int
    figures: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Safe:
    """`groups` may be shown; `rest` is what was put together, None when there is none; `joined` are its names. Where even
    that would be too small, `hidden` is true and nothing is shown."""

    groups: tuple[Group, ...]
    rest: Group | None = None
    joined: tuple[str, ...] = ()
    hidden: bool = False


@cache
def smallest_group() -> Parameter:
    """How many must stand behind a figure that is shown, by date."""
    return load_parameters(files("qingzhuang.privacy").joinpath(FILE).read_text("utf-8"), FILE)[
        "smallest_group"
    ]


def smallest(day: date) -> int:
    """The figure in force on a day."""
    return int(smallest_group().on(day).likely)


def safe(groups: Sequence[Group], least: int) -> Safe:
    """Put groups smaller than `least` together with the last one that is large enough: their posts may be the same ones,
    so that only a large group makes the rest safe to show."""
    large = [each for each in groups if each.size >= least]
    if len(large) == len(groups):
        return Safe(tuple(groups))
    if not large:
        return Safe((), None, (), True)
    joined = [each for each in groups if each.size < least or each is large[-1]]
    figures = tuple(map(sum, zip(*(each.figures for each in joined), strict=True)))
    rest = Group("", large[-1].size, figures)
    return Safe(tuple(large[:-1]), rest, tuple(each.name for each in joined))
