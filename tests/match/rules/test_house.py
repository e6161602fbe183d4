"""The list of everybody in one school, nursery or firm gives the report of that house, though the titles share no other word."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

LIST, REPORT = "朝露幼儿园2026年9月在园幼儿花名册", "朝露幼儿园2026年9月运行情况月报表"
STAFF, WORK = "金帆纺织有限公司2026年9月在职职工花名册", "金帆纺织有限公司2026年9月用工情况月报表"


@pytest.mark.parametrize(
    ("column", "figure"),
    [
        (f"性别 | {LIST} | 人", f"其中：女童 | {REPORT} | 企业 | - | 人"),
        (f"班次（小班、中班、大班） | {LIST} | 人", f"其中：大班 | {REPORT} | 企业 | - | 人"),
        (f"性别 | {STAFF} | 人", f"其中：女职工 | {WORK} | 企业 | - | 人"),
        (f"文化程度 | {STAFF} | 人", f"其中：大专及以上 | {WORK} | 企业 | - | 人"),
        (f"本月应发工资 | {STAFF} | 人", f"本月应发工资总额 | {WORK} | 企业 | - | 元"),
    ],
)
def test_everybody_in_a_house_gives_its_report(column: str, figure: str) -> None:
    match = decide(item(column), item(figure))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    ("column", "figure"),
    [
        (f"性别 | {LIST} | 人", f"其中：女职工 | {REPORT} | 企业 | - | 人"),
        (f"性别 | {LIST} | 人", "其中：女童 | 晚霞幼儿园2026年9月运行情况月报表 | 企业 | - | 人"),
        (f"性别 | {LIST} | 人", "其中：女童 | 朝露幼儿园2026年8月运行情况月报表 | 企业 | - | 人"),
        ("性别 | 朝露幼儿园2026年9月食堂人员花名册 | 人", f"其中：女童 | {REPORT} | 企业 | - | 人"),
        (f"健康证编号 | {STAFF} | 人", f"职工总数 | {WORK} | 企业 | - | 人"),
        (f"本月应发工资 | {STAFF} | 人", f"其中：加班工资 | {WORK} | 企业 | - | 元"),
    ],
)
def test_others_another_house_or_a_part_give_nothing(column: str, figure: str) -> None:
    assert decide(item(column), item(figure)).verdict != "derivable"
