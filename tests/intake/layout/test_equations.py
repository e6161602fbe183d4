"""Checks that a form prints become rules of its columns; nothing else does."""

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Rule
from tests.intake.forms import sheet


def rules(*rows: str, ruled: tuple[int, int] = (1, 3)) -> list[tuple[str, str, list[tuple[int, str]]]]:
    (table, *_more) = tables_of(sheet([row.split("|") for row in rows], ruled=ruled))
    return [_short(rule) for rule in table.rules]


def _short(rule: Rule) -> tuple[str, str, list[tuple[int, str]]]:
    return rule.left, rule.relation, list(rule.right)


TOTAL = ("户数", "=", [(1, "低保户"), (1, "特困户")])
HEAD = "村名|户数|低保户|特困户"


@pytest.mark.parametrize(
    "note",
    [
        "注：列1=2+3",
        "审核关系：1=2+3；2≤1",
        "说明：第1栏=第2栏+第3栏。",
        "（1）＝（2）＋（3）",
        "注：户数=低保户+特困户",
        "1.户数等于低保户+特困户。",
        "逻辑关系：1列=2列+3列",
        "第1列应等于第2、3列之和",
        "第1列等于第2至3列合计",
        "户数为低保户、特困户两项之和",
        "2+3=1",
        "1=2+3≥2",
    ],
)
def test_a_printed_sum_is_a_rule_by_codes_and_by_labels(note: str) -> None:
    assert TOTAL in rules(HEAD, "甲|1|2|3", "|||", f"{note}|<|<|<")


def test_a_sum_in_the_row_of_codes_is_a_rule() -> None:
    assert rules(HEAD, "甲|1=2+3|2|3", "|||") == [TOTAL]


def test_other_relations_and_differences_are_rules_too() -> None:
    found = rules(HEAD, "甲|1|2|3", "|||", "注：2≤1，3＜1；3=1-2|<|<|<")
    assert found == [
        ("低保户", "≤", [(1, "户数")]),
        ("特困户", "<", [(1, "户数")]),
        ("特困户", "=", [(1, "户数"), (-1, "低保户")]),
    ]


@pytest.mark.parametrize(
    "note", ["第1列≥第2列≥第3列", "1≥2且2≥3", "1不小于2，3不得大于2", "户数须大于或等于低保户；3≤2"]
)
def test_a_chain_is_a_rule_for_each_of_its_links(note: str) -> None:
    found = {
        (left, relation) if relation == "≥" else ("低保户", "≥")
        for left, relation, _ in rules(HEAD, "甲|1|2|3", "|||", f"{note}|<|<|<")
    }
    assert found == {("户数", "≥"), ("低保户", "≥")}


def test_a_sum_on_the_lesser_side_is_turned() -> None:
    assert rules(HEAD, "甲|1|2|3", "|||", "注：2+3≤1|<|<|<") == [
        ("户数", "≥", [(1, "低保户"), (1, "特困户")])
    ]


def test_units_in_brackets_are_no_part_of_a_name() -> None:
    found = rules("村名|收入（元）|务工（元）|务农（元）", "|||", "注：收入=务工+务农|<|<|<", ruled=(1, 2))
    assert found == [("收入（元）", "=", [(1, "务工（元）"), (1, "务农（元）")])]


@pytest.mark.parametrize(
    "note",
    [
        "注：1=是，2=否",
        "注：1=男 2=女",
        "性别：1=2",
        "注：户数=低保户+其他户",
        "注：列1=2+7",
        "注：户数=户数+低保户",
        "A=B+C",
        "3=1×2",
        "第1列≥第2列≥第7列",
        "户数须与户籍册一致",
    ],
)
def test_legends_and_what_names_no_column_are_no_rules(note: str) -> None:
    assert rules(HEAD, "甲|1|2|3", "|||", f"{note}|<|<|<") == []


def test_numbers_without_printed_codes_and_labels_of_two_columns_are_left_open() -> None:
    assert rules(HEAD, "|||", "注：列1=2+3|<|<|<", ruled=(1, 2)) == []
    assert rules("村名|男|女|女", "|||", "注：男=女+女|<|<|<", ruled=(1, 2)) == []


def test_terms_of_two_units_are_no_rule() -> None:
    note = "注：收入=务工+务农|<|<|<"
    assert rules("村名|收入（万元）|务工（元）|务农（元）", "|||", note, ruled=(1, 2)) == []
