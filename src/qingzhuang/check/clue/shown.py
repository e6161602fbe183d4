"""How few tip-offs are not told as a number, so that nobody can guess who spoke."""

from datetime import date
from functools import cache
from importlib.resources import files

from qingzhuang.law.parameter import Parameter, load_parameters

FILE = "shown.yaml"
NAME = "smallest_count_shown"


@cache
def line() -> Parameter:
    """The line, by date, with its reference."""
    text = files("qingzhuang.check.clue").joinpath(FILE).read_text(encoding="utf-8")
    return load_parameters(text, FILE)[NAME]


def smallest_shown(today: date) -> int:
    """Counts below this are not told."""
    return int(line().on(today).likely)
