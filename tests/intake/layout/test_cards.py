"""Cards: the field lies beside or below its label, in printed boxes, or behind a colon."""

import time

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Entry, ItemType, Table, TableKind
from tests.intake.forms import sheet
from tests.intake.layout.test_lists import read


def cells(table: Table) -> dict[str, str]:
    return {item.key: item.place.cell for item in table.inputs}


APPROVAL = [
    "临时救助申请审批表|<|<|<|<|<|<",
    "姓  名||性别|□男 □女|出生年月||照片",
    "身份证号码||<|<|联系电话||^",
    "家庭住址||<|<|<|<|^",
    "家庭成员|姓名|与申请人关系|年龄|职业|<|月收入（元）",
    "^|||||<|",
    "^|||||<|",
    "申请理由||<|<|<|<|<",
    "村（居）委会意见|  负责人签字：      （盖章）   年  月  日|<|<|<|<|<",
]


def test_an_approval_form_is_a_card_with_a_list_inside() -> None:
    (table,) = read(APPROVAL, ruled=(2, 9))
    assert (table.kind, table.section, table.header_rows) == (TableKind.MIXED, "家庭成员", (5, 5))
    assert (table.data_start_row, table.data_end_row) == (6, 7)
    assert [item.key for item in table.columns] == ["姓名", "与申请人关系", "年龄", "职业", "月收入（元）"]
    assert cells(table) == {
        "姓名": "B2",
        "性别": "D2",
        "出生年月": "F2",
        "照片": "G2",
        "身份证号码": "B3",
        "联系电话": "F3",
        "家庭住址": "B4",
        "申请理由": "B8",
        "村（居）委会意见": "B9",
        "村（居）委会意见/负责人签字": "B9",
    }


def test_printed_boxes_are_a_choice_with_their_words() -> None:
    (table,) = read(APPROVAL, ruled=(2, 9))
    sex = next(item for item in table.inputs if item.key == "性别")
    assert (sex.entry, sex.codes, sex.type) == (Entry.CHOICE, ("男", "女"), ItemType.CODE)


def test_split_boxes_are_one_input() -> None:
    rows = [["登记卡"], ["姓名", "", *["<"] * 17], ["公民身份号码", *[""] * 18]]
    (table,) = tables_of(sheet(rows, ruled=(2, 3)))
    item = table.inputs[1]
    assert (item.entry, len(item.boxes), item.boxes[0].cell, item.boxes[-1].cell) == (
        Entry.BOXES,
        18,
        "B3",
        "S3",
    )


def test_a_filled_card_is_no_list() -> None:
    rows = [
        "个人信息登记表|<|<|<",
        "姓名|王五|性别|男",
        "出生年月|1980.05|民族|汉族",
        "政治面貌|群众|联系电话|13900000000",
    ]
    (table,) = read(rows, ruled=(2, 4))
    assert table.kind is TableKind.CARD
    assert cells(table) == {
        "姓名": "B2",
        "性别": "D2",
        "出生年月": "B3",
        "民族": "D3",
        "政治面貌": "B4",
        "联系电话": "D4",
    }


def test_fields_below_their_labels() -> None:
    rows = [
        "企业基本情况表|<|<",
        "企业名称|法人|电话",
        "||",
        "地址|行业|人数",
        "||",
        "成立时间|注册资本（万元）|备注",
        "||",
    ]
    (table,) = read(rows, ruled=(2, 7))
    assert table.kind is TableKind.CARD
    assert cells(table)["行业"] == "B5"


def test_a_tall_label_at_the_left_is_the_outer_level() -> None:
    rows = [
        "基本信息卡|<|<|<|<",
        "户主信息|姓名||性别|",
        "^|身份证号||<|<",
        "住房|面积（㎡）||结构|",
        "^|建成年份||<|<",
    ]
    (table,) = read(rows, ruled=(2, 5))
    assert cells(table) == {
        "户主信息/姓名": "C2",
        "户主信息/性别": "E2",
        "户主信息/身份证号": "C3",
        "住房/面积（㎡）": "C4",
        "住房/结构": "E4",
        "住房/建成年份": "C5",
    }


def test_a_card_without_lines() -> None:
    (table,) = read(["个人信息登记表|<|<|<", "姓名||性别|", "民族||电话|", "住址|||"])
    assert cells(table) == {"姓名": "B2", "性别": "D2", "民族": "B3", "电话": "D3", "住址": "B4"}


def test_a_dash_is_no_field() -> None:
    (table,) = read(["情况卡|<|<|<", "人数||户数|--"], ruled=(2, 2))
    assert cells(table) == {"人数": "B2"}


def test_several_labels_in_one_cell_are_several_inputs() -> None:
    rows = [
        "会议签到表|<|<",
        "会议名称：        会议时间：    年  月  日      地点：|<|<",
        "序号|姓名|签名",
        "1||",
        "2||",
    ]
    (table,) = read(rows, ruled=(3, 5))
    assert cells(table) == {"会议名称": "A2", "会议时间": "A2", "地点": "A2"}
    assert table.kind is TableKind.LIST


def test_a_card_row_over_a_list_makes_it_mixed() -> None:
    rows = [
        "巡查记录表|<|<|<",
        "巡查单位||巡查日期|",
        "序号|巡查内容|结果|备注",
        "1|通道是否畅通|□是 □否|",
        "2|设备是否有效|□是 □否|",
    ]
    (table,) = read(rows, ruled=(2, 5))
    assert table.kind is TableKind.MIXED
    assert table.columns[2].codes == ("是", "否")


def test_a_remark_in_the_last_row_of_a_card_is_an_input_like_the_others() -> None:
    (table,) = read(["情况卡|<|<|<", "姓名||电话|", "备注||<|<"], ruled=(2, 3))
    assert cells(table) == {"姓名": "B2", "电话": "D2", "备注": "B3"}
    assert table.footer_rows == ()


def test_a_filled_card_of_pairs_is_no_list_and_a_list_of_pairs_no_card() -> None:
    filled = [
        "村名|甲村|党支部书记|杜一",
        "总户数（户）|412|户籍人口（人）|1486",
        "耕地面积（亩）|1530|党员人数|38",
    ]
    (table,) = read(["行政村基本情况表|<|<|<", *filled], ruled=(2, 4))
    assert table.kind is TableKind.CARD
    assert cells(table)["党支部书记"] == "D2"
    half = ["行政村名称|甲村|村支书姓名|", "支书电话||户籍人口（人）|", "耕地面积（亩）||户数|"]
    (table,) = read(["行政村信息卡|<|<|<", *half], ruled=(2, 4))
    assert (table.kind, len(table.inputs)) == (TableKind.CARD, 6)
    listed = ["村名|负责人|户籍人口|备注", "甲村|杜一|120|", "乙村|杜二|80|", "丙村|杜三|95|"]
    (table,) = read(["各村情况表|<|<|<", *listed], ruled=(2, 5))
    assert table.header_rows == (2, 2)


def test_labels_over_tall_fields_for_opinion_and_seal_are_no_list() -> None:
    (table,) = read(
        [
            "互助协会理事备案表|<",
            "姓名|",
            "协会意见|所在单位意见",
            "（盖章）\n年   月   日|经办人：\n年  月  日",
        ],
        ruled=(2, 4),
    )
    assert table.kind is TableKind.CARD
    assert cells(table) == {"姓名": "B2", "协会意见": "A4", "所在单位意见": "B4", "所在单位意见/经办人": "B4"}


def test_opinions_below_each_other_are_fields_beside_their_labels() -> None:
    (table,) = read(
        [
            "公益岗位申请表|<",
            "姓名|",
            "村委会意见|（盖章）\n年   月   日",
            "乡镇意见|（盖章）\n年   月   日",
            "备注|",
        ],
        ruled=(2, 5),
    )
    assert table.kind is TableKind.CARD
    assert cells(table) == {"姓名": "B2", "村委会意见": "B3", "乡镇意见": "B4", "备注": "B5"}


def test_labels_with_their_own_room_never_take_the_label_beside_them() -> None:
    (table,) = read(
        ["送检登记表|<|<|<", "姓名：|性别：|出生年月：   年  月|（贴照片处）", "身份证号：|<|<|^"],
        ruled=(2, 3),
    )
    assert cells(table) == {
        "姓名": "A2",
        "性别": "B2",
        "出生年月": "C2",
        "（贴照片处）": "D2",
        "身份证号": "A3",
    }


def test_a_running_number_at_the_left_is_no_group_and_the_list_inside_is_found() -> None:
    (table,) = read(
        [
            "序号|姓名||单位||",
            "1|职务||<|级别|",
            "^|近期变动|<|<|<|<",
            "^|类别|日期|内容|<|备注",
            "^||||<|",
            "^||||<|",
        ],
        ruled=(1, 6),
    )
    assert (table.kind, table.header_rows, table.data_end_row) == (TableKind.MIXED, (4, 4), 6)
    assert [item.key for item in table.columns] == ["类别", "日期", "内容", "备注"]
    assert cells(table) == {"姓名": "C1", "单位": "E1", "职务": "C2", "级别": "F2"}


def test_the_sum_in_words_is_asked_for() -> None:
    (table,) = read(
        ["报销单|<|<", "日期|事由|金额", "||", "||", "合计（大写）：|<|小写：", "报销人：|<|审批人："],
        ruled=(2, 5),
    )
    assert (table.data_end_row, table.total_rows) == (4, ())
    assert cells(table) == {"合计（大写）": "A5", "小写": "C5", "报销人": "A6", "审批人": "C6"}


def test_a_long_card_is_read_in_time_that_grows_with_its_rows() -> None:
    rows = [f"姓名{number}||住址{number}||电话{number}|" for number in range(1, 1201)]
    began = time.process_time()
    (table,) = read(rows, ruled=(1, 1200))
    assert len(table.inputs) == 3600
    assert time.process_time() - began < 8


def test_printed_lists_side_by_side_under_the_same_labels_are_two() -> None:
    income, spending = read(
        [
            "村级收支预算表|<|<|<",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "上级补助||办公费|",
            "发包收入||报酬|",
            "合计||合计|",
        ],
        ruled=(2, 6),
    )
    assert [item.key for item in income.columns] == ["收入/项目", "收入/预算数"]
    assert [item.key for item in spending.columns] == ["支出/项目", "支出/预算数"]
    assert [stub.labels for stub in income.stubs] == [("上级补助",), ("发包收入",), ("合计",)]
    assert [stub.labels for stub in spending.stubs] == [("办公费",), ("报酬",), ("合计",)]
    assert spending.columns[1].place.cell == "D3"


def test_words_side_by_side_that_head_nothing_are_read_without_a_crash() -> None:
    tables = read(["姓名|其中|□是 □否", "|张三|2025||2025|填报单位：", "|名称|其中||<", "项目"])
    assert tables


def test_a_group_is_asked_for_and_a_pledge_is_not() -> None:
    rows = [
        "宅基地调查表|<|<|<",
        "村：|组：||",
        "姓名||电话|",
        "本人承诺：以上所填内容属实，如有不实愿意承担责任。|<|<|<",
    ]
    (table,) = read(rows, ruled=(3, 3))
    assert cells(table) == {"村": "A2", "组": "B2", "姓名": "B3", "电话": "D3"}
