"""Whoever sends a converted figure is told by what it was multiplied."""

from qingzhuang.answer.plan_cell import Asked, Cell, Origin, Reading, State
from qingzhuang.answer.told_units import told_units
from qingzhuang.model.element import DataElement
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.place import Place

AREA = Item(("面积（公顷）",), Place("表", 1, 1), unit="公顷", type=ItemType.NUMBER)
LAND = DataElement("land.area", "耕地面积", None, ItemType.NUMBER, unit="亩")
READING = Reading({AREA: Asked("land.area", LAND, "unit.1/15")})


def test_a_converted_column_is_named_once_with_its_factor() -> None:
    cells = [Cell(AREA, Origin(State.KNOWN), value) for value in (0.3333, 1)]
    (problem,) = told_units("表.xlsx", cells, READING)
    assert problem.code == "QZ-R100"
    assert "1亩=1/15公顷" in problem.message


def test_nothing_is_said_of_blanks_and_of_figures_in_the_units_that_are_kept() -> None:
    assert told_units("表.xlsx", [Cell(AREA, Origin(State.UNKNOWN))], READING) == ()
    plain = Reading({AREA: Asked("land.area", LAND)})
    assert told_units("表.xlsx", [Cell(AREA, Origin(State.KNOWN), 5)], plain) == ()
