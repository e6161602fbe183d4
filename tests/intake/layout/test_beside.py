"""What stands beside a list and asks for something is a field; what only tells is none."""

from qingzhuang.model.form import Entry
from tests.intake.layout.test_lists import keys, read

ROWS = [
    "值守人员登记表|<|<|<|<|<",
    "序号|姓名|电话||填报人：|",
    "1||||填报日期：  年 月 日|",
    "2||||说明：一天一报|",
    "3||||值班电话：0990-1234|",
    "4|||||",
]


def test_labels_with_a_colon_right_of_a_list_are_its_fields() -> None:
    (table,) = read(ROWS, ruled=None)
    assert keys(table) == ["序号", "姓名", "电话"]
    assert [(item.key, item.place.cell, item.entry) for item in table.inputs] == [
        ("填报人", "E2", Entry.INLINE),
        ("填报日期", "E3", Entry.INLINE),
    ]


def test_the_unit_over_a_card_belongs_to_the_fields_that_it_measures() -> None:
    (table,) = read(
        ["项目资金申报表|<|<|<", "单位：万元|<|<|<", "项目名称||投资金额|", "建设地点||自筹资金|"],
        ruled=(3, 4),
    )
    assert {item.key: item.unit for item in table.inputs} == {
        "项目名称": None,
        "投资金额": "万元",
        "建设地点": None,
        "自筹资金": "万元",
    }


def test_the_unit_over_a_list_of_crops_belongs_to_every_crop_under_a_title_of_areas() -> None:
    rows = [
        "秋粮播种面积统计表|<|<|<|<",
        "计量单位：亩|<|<|<|<",
        "序号|品种|水稻|玉米|种植户数",
        "1||||",
        "2||||",
    ]
    (table,) = read(rows, ruled=(3, 5))
    assert [item.unit for item in table.columns] == [None, None, "亩", "亩", None]
    (other,) = read(["秋粮产量统计表|<|<|<|<", *rows[1:]], ruled=(3, 5))
    assert [item.unit for item in other.columns] == [None, None, None, None, None]
