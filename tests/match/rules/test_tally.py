"""A list gives the figures of a report where both titles print one place and one period."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

LIST = "石溪村2026年9月垃圾分类巡检明细"
REPORT = "石溪村2026年9月垃圾分类统计表"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        (f"户编号 | {LIST} | 户", f"巡检户数 | {REPORT} | 村 | - | 户"),
        (f"是否混投 | {LIST} | 户", f"混投户数 | {REPORT} | 村 | - | 户"),
        (f"巡检日期 | {LIST} | 户", f"本月巡检户数 | {REPORT} | 村 | - | 户"),
    ],
)
def test_rows_of_one_place_and_month_give_its_report(row: str, figure: str) -> None:
    match = decide(item(row), item(figure))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    "other",
    [
        "柳湾村2026年9月垃圾分类统计表",
        "石溪村2026年8月垃圾分类统计表",
        "石溪村2025年9月垃圾分类统计表",
        "石溪村2026年第三季度垃圾分类统计表",
        "垃圾分类统计表",
    ],
)
def test_another_place_or_month_or_a_title_that_says_neither_gives_nothing(other: str) -> None:
    match = decide(item(f"户编号 | {LIST} | 户"), item(f"巡检户数 | {other} | 村 | - | 户"))
    assert match.verdict != "derivable"


def test_who_is_there_at_the_end_of_a_quarters_last_month_is_that_quarters_figure() -> None:
    figure = item("季末保洁员数 | 石溪村2026年第三季度保洁员统计表 | 村 | - | 人")
    told = {
        month: decide(item(f"姓名 | 石溪村2026年{month}保洁员名册 | 人"), figure).verdict
        for month in ("9月末", "8月末", "9月")
    }
    assert told == {"9月末": "derivable", "8月末": "distinct", "9月": "distinct"}


EVERYBODY = "松岭镇2026年第二季度失能老人花名册"
SERVED, YEAR = "松岭镇2026年第二季度失能老人助浴服务花名册", "松岭镇2026年第二季度失能老人工作统计表"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        (f"姓名 | {SERVED} | 人", f"登记失能老人总数 | {YEAR} | 村 | - | 人"),
        (f"姓名 | {SERVED} | 人", f"轻度 | {YEAR} | 村 | 失能等级 | 人"),
        (f"身份证号 | {SERVED} | 人", f"家庭医生签约人数 | {YEAR} | 村 | - | 人"),
        (f"姓名 | {SERVED} | 人", f"人数 | {YEAR} | 村 | 本季度新增 | 人"),
        (f"性别 | {SERVED} | 人", f"护理床位安置人数 | {YEAR} | 村 | - | 人"),
        (f"银行卡号 | {SERVED} | 人", f"本季度助浴服务人数 | {YEAR} | 村 | - | 人"),
        (f"是否可上门助浴 | {SERVED} | 人", f"已助浴人数 | {YEAR} | 村 | - | 人"),
        (f"助浴补贴 | {SERVED} | 人 | - | 元", f"床位补贴支出 | {YEAR} | 村 | - | 元"),
    ],
)
def test_a_list_does_not_give_every_count_of_its_report(row: str, figure: str) -> None:
    match = decide(item(row), item(figure))
    assert match.verdict != "derivable", f"{match.rule} {match.why}"


@pytest.mark.parametrize("column", ["姓名", "身份证号"])
def test_a_list_gives_the_count_of_all_whom_it_lists(column: str) -> None:
    match = decide(item(f"{column} | {SERVED} | 人"), item(f"本季度助浴服务人数 | {YEAR} | 村 | - | 人"))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        (f"失能等级（轻度/中度/重度） | {EVERYBODY} | 人", f"中度 | {YEAR} | 村 | 失能等级 | 人"),
        (f"是否满意 | {SERVED} | 人", f"助浴不满意人数 | {YEAR} | 村 | - | 人"),
        (f"性别 | {EVERYBODY} | 人", f"女性失能老人数 | {YEAR} | 村 | - | 人"),
    ],
)
def test_a_printed_choice_a_no_and_a_sex_are_counted(row: str, figure: str) -> None:
    match = decide(item(row), item(figure))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


VISITS, MONTH = "石溪村2026年9月农膜回收登记表", "石溪村2026年9月农膜回收处理统计表"
SALES, QUARTER = "松岭镇2026年第二季度集体林木交易明细表", "松岭镇2026年第二季度集体林木管理情况季报表"
GIVEN, PAID = "松岭镇2026年春季学期午餐补助发放名册", "松岭镇2026年春季学期午餐补助统计表"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        (f"交售人姓名 | {VISITS} | -", f"交售人次 | {MONTH} | 村 | - | 人次"),
        (f"交易项目名称 | {SALES} | 项目", f"交易事项总数 | {QUARTER} | - | 集体林木交易 | 件"),
        (f"成交日期 | {SALES} | 项目", f"交易事项总数 | {QUARTER} | - | 集体林木交易 | 件"),
        (f"成交价 | {SALES} | 项目 | - | 元", f"成交总额 | {QUARTER} | - | 集体林木交易 | 万元"),
        (f"姓名 | {GIVEN} | 人", f"受助人数 | {PAID} | 村 | 午餐补助 | 人"),
        (f"特困类别 | {EVERYBODY.replace('失能老人', '特困人员')} | 人",
         f"重残重病 | {YEAR.replace('失能老人', '特困人员')} | 村 | 特困分类人数 | 人"),
    ],
)  # fmt: skip
def test_what_marks_one_row_of_a_list_of_events_counts_them(row: str, figure: str) -> None:
    match = decide(item(row), item(figure))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        (f"交售人姓名 | {VISITS} | -", f"交售户数 | {MONTH} | 村 | - | 户"),
        (f"交售日期 | {VISITS} | -", f"交售户数 | {MONTH} | 村 | - | 户"),
        (f"规格型号 | {SALES} | 项目", f"交易事项总数 | {QUARTER} | - | 集体林木交易 | 件"),
        (f"买受单位 | {SALES} | 项目", f"交易事项总数 | {QUARTER} | - | 集体林木交易 | 件"),
        (f"成交日期 | {SALES} | 项目", f"护林员总数 | {QUARTER} | - | - | 个"),
        (f"成交单价 | {SALES} | 项目 | - | 元", f"成交总额 | {QUARTER} | - | 集体林木交易 | 万元"),
        (f"变动情况（新增/续发） | {GIVEN} | 人", f"本季新增户数 | {PAID} | 村 | - | 户"),
    ],
)  # fmt: skip
def test_what_may_stand_in_several_rows_or_be_of_another_kind_counts_nothing(row: str, figure: str) -> None:
    match = decide(item(row), item(figure))
    assert match.verdict != "derivable", f"{match.rule} {match.why}"
