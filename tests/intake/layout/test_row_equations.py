"""Checks that a matrix prints over its rows become rules of its rows; nothing else does."""

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from tests.intake.forms import sheet

Short = tuple[str, str, list[tuple[int, str]]]
CODED = ("指标|行次|本年|上年", "合计|01|||", "低保户|02||", "特困户|03||")
TOTAL = ("合计/01", "=", [(1, "低保户/02"), (1, "特困户/03")])


def rules(*rows: str, last: int) -> list[Short]:
    (table, *_more) = tables_of(sheet([row.split("|") for row in rows], ruled=(1, last)))
    return [(rule.left, rule.relation, list(rule.right)) for rule in table.rules if rule.rows]


@pytest.mark.parametrize(
    "note",
    [
        "注：01=02+03",
        "审核关系：1行=2行+3行。",
        "第1行＝第2行＋第3行",
        "说明：合计=低保户+特困户",
        "行1=行2+行3；本年填实数",
    ],
)
def test_a_printed_sum_of_rows_is_a_rule_by_codes_and_by_labels(note: str) -> None:
    assert rules(*CODED, f"{note}|<|<|<", last=4) == [TOTAL]


def test_a_sum_in_the_column_of_codes_is_a_rule_beside_that_of_columns() -> None:
    head = (
        "项目|行次|男|女|合计",
        "甲|乙|1|2|3",
        "总计|1=2+3|||",
        "一、城镇|2|||",
        "二、乡村|3|||",
        "注：3=1+2|<|<|<|<",
    )
    assert rules(*head, last=5) == [("总计/1=2+3", "=", [(1, "一、城镇/2"), (1, "二、乡村/3")])]


def test_a_part_is_never_more_than_its_whole_of_the_same_unit() -> None:
    found = rules(
        "指标|计量单位|本年|上年", "人口|人||", "其中：女|人||", "增长率|%||", "其中：农业|%||", last=5
    )
    assert found == [("其中：女/人", "≤", [(1, "人口/人")])]


@pytest.mark.parametrize("note", ["注：01=是，02=否", "第1行=第9行+第3行", "合计=低保户+残疾人", "01=02"])
def test_what_names_no_rows_or_adds_nothing_is_none(note: str) -> None:
    assert rules(*CODED, f"{note}|<|<|<", last=4) == []
