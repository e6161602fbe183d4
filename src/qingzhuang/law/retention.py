"""How long what came in for a demand is kept after its end, and how long a sheet that was put in can be taken back whole:
本地设置, by date."""

from datetime import date
from functools import cache
from importlib.resources import files

from qingzhuang.law.parameter import Parameter, load_parameters

FILE = "retention.yaml"


@cache
def _parameter(name: str) -> Parameter:
    text = files("qingzhuang.law").joinpath(FILE).read_text(encoding="utf-8")
    return load_parameters(text, FILE)[name]


def retention() -> Parameter:
    """The parameter, with its source."""
    return _parameter("kept_days")


def kept_days(day: date) -> int:
    """How many days after its end a demand's submissions are kept, as the rule stands on a day."""
    return int(retention().on(day).likely)


def undo_days(day: date) -> int:
    """How many days a sheet that was put in can be taken back whole, as the rule stands on a day."""
    return int(_parameter("undo_days").on(day).likely)
