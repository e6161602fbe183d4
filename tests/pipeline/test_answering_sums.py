"""A total that follows from the columns beside it is added up with its formula told, and nobody is asked for it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from qingzhuang.answer.ledger import Candidate, LedgerView, view_of
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.plan_sums import FORMULA, sums_of
from qingzhuang.answer.select import Scope
from qingzhuang.model.form import Form, Item, ItemType, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import TODAY, village
from tests.pipeline.test_answering_figures import fact

EAST = "东庄村"
BINS = ("大桶（个）", "小桶（个）", "总数（个）")


def columns(*labels: str) -> tuple[Item, ...]:
    """Columns of figures; the unit stands in brackets, also over a group."""
    made = []
    for number, label in enumerate(labels, 2):
        path = tuple(label.split("/"))
        unit = next(
            (level.partition("（")[2].rstrip("）") for level in reversed(path) if "（" in level), None
        )
        kind = ItemType.TEXT if label == "备注" else ItemType.NUMBER
        made.append(Item(path, Place("表", 3, number), unit=unit, type=kind))
    return tuple(made)


def filled(labels: Sequence[str], **known: Scalar) -> Plan:
    """A form of one village whose own figures, under the words of the form, are known by hand."""
    heads = (Item(("村",), Place("表", 3, 1)), *columns(*labels))
    table = Table(
        "表",
        TableKind.MATRIX,
        "环卫设施表",
        None,
        (3, 3),
        heads,
        4,
        4,
        stub_columns=(1,),
        stubs=(Stub(4, (EAST,)),),
    )
    form = Form("环卫.xlsx", FileKind.XLSX, "环卫设施表", (table,), row_entity="村")
    said: list[Candidate] = [fact(village(EAST), "place.village", EAST, "村名册")]
    said += [fact(village(EAST), f"~{label}", value, "当面问的") for label, value in known.items()]
    (plan,) = plans(form, view(said), Wishes(scope=Scope((EAST,))))
    return plan


def view(said: Sequence[Candidate]) -> LedgerView:
    return view_of(tuple(said), TODAY)


def standing(plan: Plan, label: str) -> list[tuple[Scalar, State]]:
    """What stands under a label."""
    return [(each.value, each.origin.state) for each in plan.cells if each.item.label == label]


def parts(*labels: str) -> dict[str, tuple[str, ...]]:
    """Which totals of a table are added up from what."""
    return {
        total.label: tuple(each.label for each in found)
        for total, found in sums_of(columns(*labels), ()).items()
    }


def test_a_total_is_added_up_when_all_its_parts_are_known() -> None:
    plan = filled(BINS, 大桶=12, 小桶=30)
    assert standing(plan, "总数（个）") == [(42, State.COUNTED)]
    (cell,) = [each for each in plan.cells if each.item.label == "总数（个）"]
    assert cell.origin.formula == FORMULA
    assert {each.value for each in cell.origin.facts} == {12, 30}
    assert any("同一行的“大桶（个）”、“小桶（个）”相加" in each.message for each in plan.problems)
    assert plan.answers.rows[0]["总数（个）"] == 42


def test_nobody_is_asked_for_a_total_whose_parts_are_asked() -> None:
    plan = filled(BINS, 大桶=12)
    assert standing(plan, "总数（个）") == []
    assert {each.label for each in plan.missing} == {"小桶（个）"}


def test_tenths_add_up_as_people_add_them() -> None:
    plan = filled(("垃圾（吨）", "粪污（吨）", "合计（吨）"), 垃圾=0.1, 粪污=0.2)
    assert standing(plan, "合计（吨）") == [(0.3, State.COUNTED)]


def test_a_total_that_is_known_otherwise_and_does_not_agree_is_left_blank() -> None:
    plan = filled(("大桶（个）", "小桶（个）", "总数（个）"), 大桶=12, 小桶=30, 数=40)
    assert standing(plan, "总数（个）") == [(None, State.CONFLICT)]
    assert [each.label for each in plan.missing] == ["总数（个）"]
    assert any("和各栏加起来的 42 不一样" in each.message for each in plan.problems)


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("补助（元）/省级", "补助（元）/县级", "补助（元）/小计"), {"小计": ("省级", "县级")}),
        (("补助（元）/小计", "补助（元）/省级", "补助（元）/县级"), {"小计": ("省级", "县级")}),
        (("学生（人）/男", "学生（人）/女", "学生（人）/合计"), {"合计": ("男", "女")}),
        (("党员（人）", "低保（人）", "合计（人）"), {}),  # somebody may be both
        (("总额（元）", "省级（元）", "县级（元）", "合计（元）"), {}),  # would count twice
        (("省级（元）", "其中：上年（元）", "合计（元）"), {}),
        (("标准（元）", "面积（亩）", "合计（元）"), {}),
        (("应发（元）", "实发（元）", "合计（元）"), {}),
        (("收入（元）", "支出（元）", "合计（元）"), {}),
        (("省级（元）", "合计（元）"), {}),  # one part is no sum
        (("省级（元）", "县级（元）", "合计（元）", "市级（元）"), {}),  # on which side are the parts?
        (("大桶", "小桶", "合计"), {}),  # in no unit
        (("去年/省级（元）", "去年/县级（元）", "合计（元）"), {}),  # another group of the header
        (("计划面积（亩）/水稻", "计划面积（亩）/玉米", "计划面积（亩）/合计"), {}),
    ],
)
def test_only_what_can_be_nothing_else_is_a_sum(
    labels: tuple[str, ...], found: dict[str, tuple[str, ...]]
) -> None:
    assert parts(*labels) == found


def test_a_total_with_a_formula_of_its_own_is_the_issuers() -> None:
    one, two, total = columns(*BINS)

    assert sums_of((one, two, replace(total, formula=True)), ()) == {}
