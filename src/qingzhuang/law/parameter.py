"""Dated parameters: a value holds from a day on, has a range, a source, and the day on which someone last looked.

The shape follows OpenFisca's parameters (values by date, each with its reference)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import yaml


class Basis(StrEnum):
    """What a value rests on."""

    ASSUMPTION = "assumption"  # our own estimate; to be replaced by measurement
    PUBLISHED = "published"
    MEASURED = "measured"


@dataclass(frozen=True, slots=True)
class Value:
    """`low` ≤ `likely` ≤ `high`, in the parameter's unit, from the day `since` on."""

    since: date
    likely: float
    low: float
    high: float
    basis: Basis
    source: str
    looked_on: date


@dataclass(frozen=True, slots=True)
class Parameter:
    """`unit` is written as people read it (秒/格); `values` are in order of `since`; `local` marks a line that the law leaves
    open and each place may set for itself (本地设置)."""

    id: str
    name: str
    unit: str
    values: tuple[Value, ...]
    local: bool = False

    def on(self, day: date) -> Value:
        """Return the value in force on the day; before the first one, the first."""
        return next((value for value in reversed(self.values) if value.since <= day), self.values[0])


class Line(float):
    """A figure that knows which line it is, so that a finding can say so."""

    parameter: Parameter

    def __new__(cls, value: float, parameter: Parameter) -> "Line":
        """Make one."""
        made = super().__new__(cls, value)
        made.parameter = parameter
        return made


def load_parameters(text: str, file: str) -> dict[str, Parameter]:
    """Read a YAML file of parameters, keyed by id. Raises ValueError naming file and entry when one is malformed."""
    entries = yaml.safe_load(text)["parameters"]
    return {entry["id"]: _parameter(entry, file) for entry in entries}


def _parameter(entry: dict[str, Any], file: str) -> Parameter:
    try:
        values = sorted((_value(each) for each in entry["values"]), key=lambda value: value.since)
        parameter = Parameter(
            entry["id"], entry["name"], entry["unit"], tuple(values), entry.get("local", False)
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{file}: {entry.get('id')}: {error!r}") from error
    if not values or any(not value.low <= value.likely <= value.high for value in values):
        raise ValueError(f"{file}: {parameter.id}: low ≤ likely ≤ high does not hold")
    return parameter


def _value(each: dict[str, Any]) -> Value:
    return Value(
        since=each["since"],
        likely=float(each["likely"]),
        low=float(each["low"]),
        high=float(each["high"]),
        basis=Basis(each["basis"]),
        source=each["source"],
        looked_on=each["looked_on"],
    )
