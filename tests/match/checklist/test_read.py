"""A check point's sentence is taken apart into what it asks."""

import pytest

from qingzhuang.match.checklist.read import read_point


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("灭火器压力正常、未过期", [("灭火器", "pressure", True), ("灭火器", "valid", True)]),
        ("应急照明、疏散指示标志损坏", [("应急照明", "intact", False), ("疏散指示标志", "intact", False)]),
        ("是否配备灭火器", [("灭火器", "present", True)]),
        ("有无应急预案", [("应急预案", "present", True)]),
        ("无可燃物", [("可燃物", "absent", True)]),
        ("疏散通道畅通，无杂物堆放", [("疏散通道", "clear", True), ("疏散通道", "obstacle", True)]),
        ("配备灭火器，安装烟感", [("灭火器", "present", True), ("烟感报警器", "present", True)]),
        ("护理员是否经过培训", [("护理员", "trained", True)]),
        ("灭火器完好有效", [("灭火器", "intact", True), ("灭火器", "effective", True)]),
    ],
)
def test_a_compound_sentence_is_several_points(text: str, points: list[tuple[str, str, bool]]) -> None:
    assert [(each.thing, each.aspect, each.pole) for each in read_point(text).points] == points


def test_whose_and_of_what_and_where() -> None:
    (point,) = read_point("厨房员工会使用灭火器").points
    assert (point.place, point.who, point.thing, point.aspect) == ("厨房", "从业人员", "灭火器", "knows")
    (point,) = read_point("船舶是否配齐救生衣").points
    assert (point.of, point.thing, point.aspect) == ("船舶", "救生衣", "present")


def test_a_figure_that_asks_for_the_fault_is_turned() -> None:
    (ordered,), (asked,) = (read_point(text).points for text in ("软管长度不超过2米", "软管长度是否超过2米"))
    assert ordered.figure == asked.figure
    assert ordered.pole is not asked.pole


def test_words_that_nobody_knows_are_kept() -> None:
    (point,) = read_point("灭火器花纹是否完好").points
    assert point.rest == "花纹"
