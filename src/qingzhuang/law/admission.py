"""For how long a demand may be admitted: 本地设置, by date."""

from datetime import date
from functools import cache
from importlib.resources import files

from qingzhuang.law.parameter import Parameter, load_parameters

FILE = "admission.yaml"


@cache
def admission() -> Parameter:
    """The parameter, with its source."""
    text = files("qingzhuang.law").joinpath(FILE).read_text(encoding="utf-8")
    return load_parameters(text, FILE)["longest_days"]


def longest_days(day: date) -> int:
    """How many days a demand that is admitted on a day may hold at most."""
    return int(admission().on(day).likely)
