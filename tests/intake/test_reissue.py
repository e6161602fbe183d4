"""A form that is issued again is known, and what it asks otherwise is told."""

import pytest

from qingzhuang.intake.read import form_of
from qingzhuang.intake.reissue import Kin, are_editions, difference, kin
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Workbook
from tests.intake.forms import sheet

HEADS = ["序号", "户主姓名", "家庭人口", "年收入（元）", "住址", "联系电话"]


def form(heads: list[str], title: str = "甲县2025年困难户花名册") -> Form:
    rows = [[title, *["<"] * (len(heads) - 1)], heads, [""] * len(heads)]
    return form_of(Workbook("表.xlsx", FileKind.XLSX, (sheet(rows, ruled=(2, 3)),)))


OLD = form(HEADS)


def told(heads: list[str], title: str = "甲县2026年困难户花名册") -> dict[str, list[object]]:
    new = form(heads, title)
    assert are_editions(OLD, new)
    found = difference(OLD, new)
    return {
        "added": [item.key for item in found.added],
        "gone": [item.key for item in found.gone],
        "renamed": [(old.key, now.key) for old, now in found.renamed],
        "moved": [now.key for _, now in found.moved],
        "changed": [now.key for _, now in found.changed],
    }


NOTHING: dict[str, list[object]] = {"added": [], "gone": [], "renamed": [], "moved": [], "changed": []}


def test_another_year_asks_nothing_otherwise() -> None:
    assert told(HEADS) == NOTHING
    assert not difference(OLD, form(HEADS))


def test_a_year_inside_a_label_is_no_change() -> None:
    first = form(["村名", "2024年收入", "2025年收入", "人口"])
    later = form(["村名", "2025年收入", "2026年收入", "人口"])
    assert are_editions(first, later)
    assert not difference(first, later)


def test_an_added_column_pushes_nothing_aside() -> None:
    assert told([*HEADS[:2], "身份证号", *HEADS[2:]]) == NOTHING | {"added": ["身份证号"]}


def test_a_column_that_is_no_longer_asked_is_told() -> None:
    assert told(HEADS[:-1]) == NOTHING | {"gone": ["联系电话"]}


def test_a_moved_column_is_told_alone() -> None:
    assert told(["序号", "联系电话", *HEADS[1:-1]]) == NOTHING | {"moved": ["联系电话"]}


def test_a_renamed_column_is_told_with_both_names() -> None:
    heads = [*HEADS[:1], "户主", *HEADS[2:]]
    assert told(heads) == NOTHING | {"renamed": [("户主姓名", "户主")]}


def test_another_unit_is_told_as_another_name() -> None:
    heads = [*HEADS[:3], "年收入（万元）", *HEADS[4:]]
    assert told(heads) == NOTHING | {"renamed": [("年收入（元）", "年收入（万元）")]}


def test_a_star_makes_another_duty() -> None:
    assert told([*HEADS[:4], "住址*", HEADS[5]]) == NOTHING | {"changed": ["住址"]}


def test_unlike_columns_at_other_places_are_not_one_renamed() -> None:
    found = told([*HEADS[:4], "联系电话", "开户银行"])
    assert found["gone"] == ["住址"]
    assert found["added"] == ["开户银行"]


def test_other_forms_are_no_editions() -> None:
    assert not are_editions(OLD, form(["序号", "企业名称", "法人", "联系电话"], "企业名单"))
    assert not are_editions(OLD, form(["序号", "户主姓名", "作物", "面积"], "甲县2026年困难户花名册"))


POINTS = ["1|安全出口是否畅通|||", "2|灭火器压力是否正常|||", "3|应急灯是否完好|||", "4|用电线路有无私拉|||"]
OTHER = ["1|从业人员有无健康证|||", "2|食品原料有无台账|||", "3|餐具是否消毒|||", "4|添加剂是否专柜存放|||"]


def checklist(points: list[str], title: str) -> Form:
    rows = [[title, "<", "<", "<", "<"], ["序号", "检查内容", "检查结果", "存在问题", "备注"]]
    rows += [point.split("|") for point in points]
    return form_of(Workbook("表.xlsx", FileKind.XLSX, (sheet(rows, ruled=(2, len(rows))),)))


def test_two_checklists_of_the_same_columns_ask_different_things() -> None:
    fire, food = checklist(POINTS, "消防检查表"), checklist(OTHER, "食品检查表")
    assert not are_editions(fire, food)
    assert not are_editions(checklist(POINTS, "检查表"), checklist(OTHER, "检查表"))


def test_a_checklist_with_a_point_more_is_an_edition_and_the_point_is_told() -> None:
    later = [
        POINTS[0],
        "2|疏散指示标志是否完好|||",
        *(f"{n}{row[1:]}" for n, row in enumerate(POINTS[1:], 3)),
    ]
    old, new = checklist(POINTS, "2025年消防检查表"), checklist(later, "2026年消防检查表")
    assert are_editions(old, new)
    found = difference(old, new)
    assert (found.more_rows, found.fewer_rows) == (("疏散指示标志是否完好",), ())
    assert difference(new, old).fewer_rows == ("疏散指示标志是否完好",)
    assert found


@pytest.mark.parametrize(
    "title",
    [
        "甲县困难户花名册（2026年修订）",
        "附件3：困难户花名册（试行）",
        "困难户花名册V2.0",
        "2026年度困难户花名册（第二版）",
    ],
)
def test_a_title_with_a_version_or_a_number_of_its_annex_is_the_same(title: str) -> None:
    later = form([*HEADS[:4], "身份证号", "开户银行"], title)
    assert kin(OLD, later) is Kin.EDITION


def test_the_same_name_over_other_columns_is_left_to_a_person() -> None:
    later = form(["序号", "户主姓名", "作物", "面积"], "困难户花名册（2026年修订）")
    assert kin(OLD, later) is Kin.SAME_NAME


def test_the_same_columns_under_another_title_are_left_to_a_person() -> None:
    assert kin(OLD, form(HEADS, "甲县2026年残疾人家庭花名册")) is Kin.SAME_COLUMNS
