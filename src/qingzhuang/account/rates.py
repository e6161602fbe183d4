"""The tariff in force on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from qingzhuang.law.parameter import Basis, Parameter, Value, load_parameters
from qingzhuang.model.minutes import Minutes

TARIFF = "minutes.yaml"


@dataclass(frozen=True, slots=True)
class Rate:
    """One activity's rate on a day."""

    parameter: Parameter
    value: Value

    @property
    def text(self) -> str:
        """The rate as printed under a figure: 填写 12 秒/格（5–20）."""
        value, parameter = self.value, self.parameter
        return f"{parameter.name} {value.likely:g} {parameter.unit}（{value.low:g}–{value.high:g}）"

    def cost(self, amount: Minutes) -> Minutes:
        """Return the minutes of an amount of cells, columns or times; ranges multiply end by end."""
        value = self.value
        return Minutes(
            amount.likely * value.likely / 60, amount.low * value.low / 60, amount.high * value.high / 60
        )


@dataclass(frozen=True, slots=True)
class Rates:
    """All rates on a day."""

    day: date
    find: Rate
    fill: Rate
    check: Rate
    look: Rate
    sign: Rate
    upload: Rate
    photo: Rate
    again: Rate

    @property
    def all(self) -> tuple[Rate, ...]:
        """In the order of the work."""
        return (self.find, self.fill, self.check, self.look, self.sign, self.upload, self.photo, self.again)

    @property
    def assumed(self) -> bool:
        """Tell whether every rate is still our own estimate."""
        return all(rate.value.basis is Basis.ASSUMPTION for rate in self.all)

    @property
    def since(self) -> date:
        """The day from which the newest of the rates holds."""
        return max(rate.value.since for rate in self.all)


@cache
def rates_on(day: date) -> Rates:
    """Return the tariff in force on the day."""
    text = files("qingzhuang.account").joinpath("tariff", TARIFF).read_text(encoding="utf-8")
    parameters = load_parameters(text, TARIFF)
    return Rates(day, **{name: Rate(parameter, parameter.on(day)) for name, parameter in parameters.items()})
