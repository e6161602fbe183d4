"""What a person should know about figures that were turned into the form's unit."""

from collections.abc import Iterable
from fractions import Fraction

from qingzhuang.answer.plan_cell import Cell, Reading
from qingzhuang.answer.plan_words import DECIMALS
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, Severity

_SHOWN = 8


def told_units(file: str, cells: Iterable[Cell], reading: Reading) -> tuple[Problem, ...]:
    """Say which columns were converted and by what factor (QZ-R100)."""
    found: dict[str, str] = {}
    for each in cells:
        asked = reading.asked.get(each.item)
        if each.value is None or asked is None or asked.unit_formula is None or asked.element is None:
            continue
        factor = Fraction(asked.unit_formula.removeprefix("unit."))
        found[each.item.key] = _("“{label}”1{kept}={factor}{unit}").format(
            label=each.item.label,
            kept=asked.element.unit or "",
            factor=_shown(factor),
            unit=each.item.unit or "",
        )
    if not found:
        return ()
    told = "；".join(list(found.values())[:_SHOWN])
    message = _("按表上的单位换算过：{told}；除不尽的留 {decimals} 位小数。").format(
        told=told, decimals=DECIMALS
    )
    return (Problem("QZ-R100", file, message, _("请核对一眼单位。"), Severity.NOTE),)


def _shown(factor: Fraction) -> str:
    number = float(factor)
    return f"{number:g}" if Fraction(f"{number:g}") == factor else str(factor)
