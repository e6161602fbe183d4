"""The lines that rules draw: those the law writes, and those it leaves open (本地设置), each by date with its reference."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from qingzhuang.law.parameter import Parameter, load_parameters

FILE = "limits.yaml"


@cache
def limits() -> Mapping[str, Parameter]:
    """Every line by its id."""
    return load_parameters(files("qingzhuang.law").joinpath(FILE).read_text(encoding="utf-8"), FILE)
