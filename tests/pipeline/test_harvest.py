"""A filled sheet becomes facts about people, households, places and events."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import pytest

from qingzhuang.answer.draft import Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.id_number import check_character
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.harvest import harvest


def number(first17: str) -> str:
    return first17 + check_character(first17)


WANG, LI = number("99010119450302122"), number("99010119621105567")
HEADER = [
    "序号",
    "姓名",
    "身份证号",
    "村组",
    "户主姓名",
    "户主身份证号",
    "联系电话",
    "家庭年收入（万元）",
    "备注",
]


def sheet(title: str, rows: Sequence[Any], merges: Sequence[str] = (), file: str = "") -> Harvest:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "册"
    page.append([title])
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for row in rows:
        page.append(list(row))
    for area in merges:
        page.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return harvest(file or f"{title}.xlsx", stream.getvalue())


def said(found: Harvest, key: str, kind: SubjectKind = SubjectKind.PERSON) -> dict[str, Scalar]:
    return {
        each.element: each.value
        for each in found.drafts
        if each.subject.key == key and each.subject.kind is kind
    }


ROSTER = [
    HEADER,
    [1, "王桂香", f" {WANG}", "一组", "王桂香", WANG, 13900000001, "1.5", "在家"],
    [2, "李 有田", LI, "一组", "王桂香", WANG, "139-0000-0002", 1.5, ""],
    ["合计", "", "", "", "", "", "", 3, ""],
    ["填表人：张三", "", "", "审核人：李四", "", "", "", "", ""],
]


def test_a_roster_becomes_facts_about_its_people() -> None:
    found = sheet("2026年3月甲村低保对象花名册", ROSTER)
    assert found.rows == 2
    assert found.as_of is not None
    assert said(found, WANG)["person.phone"] == "13900000001"
    assert said(found, LI)["person.name"] == "李有田"
    assert said(found, LI)["户主@person.id_no"] == WANG
    assert found.problems == ()


def test_totals_footers_remarks_and_row_numbers_are_no_facts() -> None:
    found = sheet("低保对象花名册", ROSTER)
    assert {each.subject.key for each in found.drafts} == {WANG, LI}
    assert not any(each.element.startswith("form.") for each in found.drafts)


def test_what_is_true_of_the_household_is_kept_with_it_in_its_unit() -> None:
    found = sheet("低保对象花名册", ROSTER)
    home = said(found, WANG, SubjectKind.HOUSEHOLD)
    assert home["household.income"] == 15000
    assert home["户主@person.id_no"] == WANG
    assert "household.income" not in said(found, LI)


def test_every_fact_knows_its_cell_and_the_text_that_was_read() -> None:
    found = sheet("低保对象花名册", ROSTER)
    (phone,) = (each for each in found.drafts if each.value == "13900000002")
    assert (phone.place, phone.raw) == ("册!G4", "139-0000-0002")


def test_another_person_needs_an_id_number_of_their_own() -> None:
    header = ["姓名", "身份证号", "监护人姓名", "监护人电话", "监护人身份证号"]
    without = sheet("留守儿童花名册", [header, ["李小", LI, "王桂香", "13900000001", ""]])
    assert {each.subject.key for each in without.drafts} == {LI}
    given = sheet("留守儿童花名册", [header, ["李小", LI, "王桂香", "13900000001", WANG]])
    assert said(given, WANG)["person.phone"] == "13900000001"
    assert said(given, LI)["监护人@person.phone"] == "13900000001"


def test_a_merged_village_counts_for_all_its_rows() -> None:
    header = ["村", "姓名", "身份证号"]
    rows = [header, ["甲村", "王桂香", WANG], [None, "李有田", LI]]
    found = sheet("残疾人花名册", rows, ["A3:A4"])
    assert said(found, LI)["place.village"] == said(found, WANG)["place.village"] == "甲村"


def test_a_flawed_number_is_reported_and_a_masked_one_not_kept() -> None:
    wrong = WANG[:-1] + ("1" if WANG[-1] != "1" else "2")
    masked = WANG[:6] + "********" + WANG[-4:]
    rows = [["姓名", "身份证号", "村"], ["王桂香", wrong, "甲村"], ["李有田", masked, "甲村"]]
    found = sheet("残疾人花名册", rows)
    assert [each.code for each in found.problems] == ["QZ-L011", "QZ-L011"]
    assert not any("****" in str(each.value) for each in found.drafts)


def test_a_number_that_the_sheet_has_rounded_is_never_kept() -> None:
    rows = [
        ["户号", "姓名", "身份证号", "银行账号"],
        ["990101001", "王桂香", float(WANG[:17] + "5"), 6299000000000000008],
    ]
    found = sheet("低保对象花名册", rows)
    assert [each.code for each in found.problems] == ["QZ-L014", "QZ-L014"]
    assert not {"person.id_no"} & {each.element for each in found.drafts}
    assert not any(WANG[:12] in f"{each.value}{each.subject.key}" for each in found.drafts)
    assert "王桂香" in {each.subject.name for each in found.drafts}


def test_a_sheet_of_one_village_places_its_rows_there() -> None:
    rows = [["姓名", "身份证号", "性别"], ["王桂香", WANG, "女"], ["李有田", LI, "男"]]
    for title in ("某某镇甲村残疾人花名册", "2026年甲村残疾人花名册"):
        assert said(sheet(title, rows), LI)["place.village"] == "甲村"
    office = [["填报单位：甲村村民委员会    填报日期：2026年3月1日", "", ""], *rows]
    assert said(sheet("残疾人花名册", office, ["A2:C2"]), LI)["place.village"] == "甲村"
    for title in ("农村残疾人花名册", "各村残疾人花名册", "某某镇残疾人花名册", "行政村残疾人花名册"):
        assert "place.village" not in said(sheet(title, rows), LI)


def test_a_remark_that_the_person_has_died_is_a_fact_and_told_but_not_a_widows() -> None:
    rows = [["姓名", "身份证号", "备注"], ["王桂香", WANG, "丈夫2020年去世"], ["李有田", LI, "2026年8月去世"]]
    found = sheet("户籍人口花名册", rows)
    assert said(found, LI)["person.is_dead"] == "是"
    assert "person.is_dead" not in said(found, WANG)
    assert [(each.code, each.where) for each in found.problems] == [("QZ-L015", "册!C4")]


def test_codes_grades_and_short_names_are_kept_as_the_permitted_words() -> None:
    rows = [
        ["姓名", "身份证号", "性别(0男1女)", "民族", "残疾等级", "残疾类别"],
        ["王桂香", WANG, 1, "汉", "2级", "肢体残疾"],
    ]
    told = said(sheet("残疾人花名册", rows), WANG)
    assert (told["person.sex"], told["person.nation"]) == ("女", "汉族")
    assert (told["disability.level"], told["disability.kind"]) == ("二级", "肢体")
    bare = sheet("残疾人花名册", [["姓名", "身份证号", "性别"], ["王桂香", WANG, 2], ["李有田", LI, "女性"]])
    assert {said(bare, who)["person.sex"] for who in (WANG, LI)} == {"女"}


def test_a_filled_card_of_a_village_is_no_list() -> None:
    rows = [
        ["村名", "甲村", "党支部书记", "杜一"],
        ["总户数(户)", 412, "户籍人口(人)", 1486],
        ["耕地面积(亩)", 1530, "村集体经济收入(万元)", 36.8],
    ]
    told = said(sheet("行政村基本情况表", rows), "甲村", SubjectKind.PLACE)
    assert told["place.village"] == "甲村"
    assert {1486, 1530, 368000} <= set(told.values())


def test_a_row_that_names_nobody_is_reported() -> None:
    rows = [
        ["姓名", "身份证号", "性别", "残疾类别", "残疾等级"],
        ["王桂香", WANG, "女", "肢体", "二级"],
        ["", "", "男", "视力", "一级"],
        ["李有田", LI, "男", "视力", "一级"],
    ]
    found = sheet("残疾人花名册", rows)
    assert [(each.code, each.where) for each in found.problems] == [("QZ-L012", "册 第 4 行")]


def test_a_sparse_row_does_not_hide_the_people_below_it() -> None:
    rows = [["姓名", "身份证号", "性别"], ["王桂香", WANG, "女"], ["", "", "男"], ["李有田", LI, "男"]]
    assert said(sheet("残疾人花名册", rows), LI)["person.name"] == "李有田"


def test_households_shops_and_inspections() -> None:
    homes = sheet(
        "脱贫户信息表",
        [["户主姓名", "户主身份证号", "村", "家庭人口"], ["王桂香", WANG, "甲村", "3人"]],
    )
    assert said(homes, WANG, SubjectKind.HOUSEHOLD)["household.size"] == 3
    assert said(homes, WANG)["person.name"] == "王桂香"
    shops = sheet(
        "企业信息表",
        [["企业名称", "统一社会信用代码", "联系电话"], ["某店", "91990101MA00000000", "13900000003"]],
    )
    assert said(shops, "91990101MA00000000", SubjectKind.ORGANISATION)["organisation.name"] == "某店"
    checks = sheet(
        "消防安全检查记录表", [["检查日期", "场所名称", "存在问题"], ["2026.3.5", "老李面馆", "通道堵塞"]]
    )
    (event,) = {each.subject for each in checks.drafts}
    assert event.kind is SubjectKind.EVENT


def test_a_filled_card_becomes_facts_about_its_person() -> None:
    rows = [
        ["姓名", "王桂香", "性别", "☑女 □男"],
        ["身份证号", WANG, "联系电话", "13900000001"],
        ["申请人签字：            2026年3月5日", None, None, None],
    ]
    found = sheet("临时救助申请审批表", rows, ["A4:D4"])
    assert found.rows == 1
    told = said(found, WANG)
    assert (told["person.sex"], told["person.phone"]) == ("女", "13900000001")


def test_a_matrix_of_sums_is_no_list_of_records() -> None:
    rows = [
        ["年龄段", "人数", "其中女", "其中低保"],
        ["60—69岁", 12, 6, 1],
        ["70—79岁", 8, 5, 2],
        ["80岁以上", 3, 2, 1],
    ]
    assert sheet("老年人口分年龄统计表", rows).drafts == ()


def test_two_patrols_of_one_day_are_two_and_a_second_import_meets_both_again() -> None:
    rows = [
        ["巡查编号", "巡查日期", "整改期限", "巡查路线", "巡查人", "发现问题"],
        ["1", "2026.3.5", "2026.3.9", "东渠", "甲一", "无"],
        ["2", "2026.3.5", "2026.3.9", "东渠", "甲一", "垃圾"],
        ["3", "2026.3.5", "2026.3.9", "西渠", "乙二", "无"],
        ["4", "", "2026.3.9", "西渠", "乙二", "无"],
    ]
    found, again = sheet("河道巡查记录表", rows), sheet("河道巡查记录表", rows)
    events = {each.subject for each in found.drafts}
    assert len(events) == 3
    assert events == {each.subject for each in again.drafts}
    assert {each.name[:10] for each in events} == {"2026-03-05"}
    assert [each.code for each in found.problems] == ["QZ-L012"]


def test_a_document_number_that_is_a_valid_id_number_tells_namesakes_apart() -> None:
    rows = [["参保人", "证件号码", "村（社区）"], ["王桂香", WANG, "甲村"], ["王桂香", LI, "甲村"]]
    found = sheet("城乡居民医疗保险缴费人员名单", rows)
    assert {each.subject.key for each in found.drafts} == {WANG, LI}
    passport = sheet("缴费人员名单", [["参保人", "证件号码"], ["王桂香", "E12345678"]])
    assert {each.subject.kind for each in passport.drafts} == {SubjectKind.PERSON}
    assert not any(each.element == "person.id_no" for each in passport.drafts)


def test_a_disability_certificate_begins_with_its_holders_id_number() -> None:
    rows = [["姓名", "残疾人证号", "所在村"], ["王桂香", f"{WANG}43", "甲村"]]
    assert said(sheet("残疾人名册", rows), WANG)["person.id_no"] == WANG


def test_marks_that_nobody_sees_are_no_part_of_a_value() -> None:
    rows = [["姓名", "身份证号", "联系电话"], ["\ufeff王桂香", f"\u202d{WANG}\u202c\t", "\u200b13900000001"]]
    found = said(sheet("低保对象花名册", rows), WANG)
    assert (found["person.name"], found["person.phone"]) == ("王桂香", "13900000001")


@pytest.mark.parametrize(
    ("title", "line", "file", "day"),
    [
        ("2026年度缴费名单", "制表日期：2026年3月12日", "", date(2026, 3, 12)),
        ("2025年度缴费名单", "制表日期：2026年1月8日", "", date(2025, 12, 31)),
        ("缴费名单", "", "缴费_20261020.xlsx", date(2026, 10, 20)),
        ("缴费名单", "", "缴费20261320.xlsx", None),
    ],
)
def test_a_list_says_what_was_known_when_it_was_made(
    title: str, line: str, file: str, day: date | None
) -> None:
    rows = [*([[line, ""]] if line else []), ["姓名", "身份证号"], ["王桂香", WANG]]
    assert sheet(title, rows, file=file).as_of == day


def test_a_household_bears_the_name_of_whom_its_roll_calls_the_head() -> None:
    rows = [
        ["户号", "姓名", "身份证号", "与户主关系"],
        ["990001", "王桂香", WANG, "户主"],
        ["990001", "李有田", LI, "子"],
    ]
    found = sheet("户籍人口台账", rows)
    assert {each.subject.name for each in found.drafts if each.subject.kind is SubjectKind.HOUSEHOLD} == {
        "",
        "王桂香",
    }


@pytest.mark.parametrize("numbered", [True, False])
def test_a_row_of_a_folded_roster_tells_of_two_people(numbered: bool) -> None:
    half = ["序号", "姓名", "身份证号"] if numbered else ["姓名", "身份证号"]
    people = [[1, "王桂香", WANG, 2, "李有田", LI]] if numbered else [["王桂香", WANG, "李有田", LI]]
    found = sheet("甲村村民名册", [half * 2, *people])
    assert said(found, WANG)["person.name"] == "王桂香"
    assert said(found, LI)["person.name"] == "李有田"


def test_a_first_column_that_says_no_more_than_village_names_the_village_of_its_figures() -> None:
    found = sheet("水井统计表", [["村", "水井数", "旱井数"], ["东沟村", 5, 2], ["西沟村", 7, 1]])
    places = {each.subject.name for each in found.drafts if each.subject.kind is SubjectKind.PLACE}
    assert places == {"东沟村", "西沟村"}
