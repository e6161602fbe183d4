"""Units of measure: spellings, dimensions, factors. Simple ones and quotients such as 元/月."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context
from fractions import Fraction

_CONTEXT = Context(prec=12)
_MYRIADS = {"万": 10_000, "千": 1_000, "百": 100, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` is how many canonical units of `dimension` one of it is; a quotient has a dimension like money/area."""

    symbol: str
    dimension: str
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Units:
    """Every spelling known, and the canonical symbol by dimension."""

    by_term: Mapping[str, Unit]
    canonical: Mapping[str, str]

    def parse(self, text: str) -> Unit | None:
        """Return the unit a text writes (万元, ㎡, 元/人·月, 单位:元), or None when it is no unit."""
        text = text.removeprefix("单位").lstrip(":：").strip()
        if found := self.by_term.get(text):
            return found
        if alternatives := self._alternatives(text):
            return alternatives
        if text[:1] in _MYRIADS and (one := self.by_term.get(text[1:])) is not None:
            return Unit(text[:1] + one.symbol, one.dimension, one.factor * _MYRIADS[text[0]])
        numerator, *denominators = text.replace("·", "/").replace("每", "/").split("/")
        parts = [self.by_term.get(part) for part in (numerator, *denominators)]
        if not denominators or any(part is None for part in parts):
            return None
        return _quotient([part for part in parts if part is not None])

    def _alternatives(self, text: str) -> Unit | None:
        """头、只 or 个/处: several words for counting one thing, when they agree."""
        words = [word for mark in ("、", ",", "或", "/") if mark in text for word in text.split(mark)]
        found = [self.by_term.get(word) for word in words]
        one = found[0] if found else None
        same = one is not None and all(
            each is not None and (each.dimension, each.factor) == (one.dimension, one.factor)
            for each in found
        )
        return one if same else None


def _quotient(parts: list[Unit]) -> Unit:
    over, *under = parts
    under.sort(key=lambda unit: unit.dimension)
    factor = over.factor
    for unit in under:
        factor /= unit.factor
    dimension = "/".join((over.dimension, *(unit.dimension for unit in under)))
    return Unit("/".join(unit.symbol for unit in (over, *under)), dimension, factor)


def formula(source: Unit, target: Unit) -> str:
    """The formula id that turns a value in `source` into `target`: 万元 → 元 is unit.10000 (12 digits at most)."""
    factor = source.factor / target.factor
    number = _CONTEXT.divide(_CONTEXT.create_decimal(factor.numerator), factor.denominator)
    return f"unit.{format(number.normalize(_CONTEXT), 'f')}"
