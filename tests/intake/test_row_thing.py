"""What each row is, by the column that numbers it and the title."""

import pytest

from qingzhuang.intake.row_thing import thing_of


@pytest.mark.parametrize(
    ("title", "labels", "thing"),
    [
        ("镇区充电桩巡检台账", ("社区", "充电桩编号", "位置"), "充电桩"),
        ("路灯维修登记表", ("路灯名称", "所在路段"), "路灯"),
        ("古戏台修缮清单", ("序号", "古戏台名", "建造年代"), "古戏台"),
        ("码头渔船登记册", ("码头名称", "渔船编号", "船主姓名"), "渔船"),
    ],
)
def test_a_thing_that_a_first_column_numbers_and_the_title_names_is_what_rows_are(
    title: str, labels: tuple[str, ...], thing: str
) -> None:
    found = thing_of(labels, title)
    assert found is not None
    assert found[0] == thing
    assert labels[found[1]].startswith(thing)


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("残疾证换发登记表", ("残疾证号", "姓名")),
        ("社区活动台账", ("社区名称", "活动日期")),
        ("企业用电登记表", ("所属企业名称", "电表号")),
        ("集市经营者登记表", ("集市名称", "摊位号")),
        ("路灯维修登记表", ("路段", "维修日期", "费用", "维修人", "路灯编号")),
        ("春耕物资统计表", ("规格型号", "数量")),
    ],
)
def test_papers_bodies_places_above_and_late_columns_are_no_rows(title: str, labels: tuple[str, ...]) -> None:
    assert thing_of(labels, title) is None
