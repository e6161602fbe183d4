"""What is wrong with an XLSForm is said with its row and its cure, all of it at once."""

import pytest

from qingzhuang.model.problem import Severity
from tests.intake.xlsform.forms import LISTS, codes, read, survey

WITH = "type | name | label"
ENTITIES = "| entities |\n| | list_name | label |\n| | people | ${a} |\n"
ERRORS = [
    ("QZ-R201", "| 名册 |\n| | 姓名 | 电话 |\n| | 甲 | 1 |\n| 其他 |\n| | 甲 | 乙 |\n"),
    ("QZ-R202", survey("text | a | 甲 | 乙", heads="type | name | label | label")),
    ("QZ-R202", survey("text | a | 甲 | 1 | 1", heads="type | name | label | relevant | relevance")),
    ("QZ-R203", survey("a | 甲 | 乙 | 丙", heads="name | label | hint | media::image")),
    ("QZ-R203", survey("text | a | 甲", more="| choices |\n| | list_name | label |\n| | sex | 男 |\n")),
    ("QZ-R204", survey(" | a | 甲")),
    ("QZ-R205", survey("textt | a | 甲")),
    ("QZ-R206", survey("include | other_form | 另表")),
    ("QZ-R207", survey("text | | 甲")),
    (
        "QZ-R207",
        survey("text | a | 甲", more="| choices |\n| | list_name | name | label |\n| | sex | | 男 |\n"),
    ),
    ("QZ-R208", survey("text | 1a | 甲")),
    ("QZ-R208", survey("text | a b | 甲")),
    ("QZ-R208", survey("text | a | 甲", more="| settings |\n| | name |\n| | a b |\n")),
    ("QZ-R209", survey("text | a | 甲", "text | a | 乙")),
    ("QZ-R209", survey("begin group | meta | 甲", "text | a | 甲", "end group | | ")),
    ("QZ-R209", survey("begin repeat | data | 甲", "text | a | 甲", "end repeat | | ")),
    ("QZ-R210", survey("begin group | g | 甲", "text | a | 甲")),
    ("QZ-R210", survey("text | a | 甲", "end group | | ")),
    ("QZ-R210", survey("begin repeat | g | 甲", "text | a | 甲", "end group | | ")),
    ("QZ-R211", survey("select_one colour | a | 甲")),
    ("QZ-R211", survey("select_one | a | 甲")),
    ("QZ-R211", survey("select_one_external colour | a | 甲")),
    ("QZ-R211", survey("begin loop | a | 甲", "text | b | 乙", "end loop | | ")),
    ("QZ-R212", survey("text | a | 甲", more=f"{LISTS}| | sex | 1 | 男 |\n")),
    (
        "QZ-R212",
        survey(
            "select_multiple s | a | 甲",
            more="| choices |\n| | list_name | name | label |\n| | s | a b | 男 |\n",
        ),
    ),
    ("QZ-R213", survey("text | a | ${a")),
    ("QZ-R213", survey("text | a | ${ a }")),
    ("QZ-R214", survey("text | a | ${b}")),
    (
        "QZ-R214",
        survey("text | b | ${a}", "begin group | g | 组", "text | a | 甲", "end group | | ", "text | a | 甲"),
    ),
    ("QZ-R214", survey("select_one ${b} | a | 甲")),
    ("QZ-R215", survey("calculate | a | 甲")),
    ("QZ-R216", survey("text | a | 甲 | rows", heads=f"{WITH} | parameters")),
    ("QZ-R216", survey("text | a | 甲 | size=3", heads=f"{WITH} | parameters")),
    ("QZ-R216", survey("range | a | 甲 | start=1 end=3 step=9", heads=f"{WITH} | parameters")),
    ("QZ-R216", survey("geopoint | a | 甲 | capture-accuracy=near", heads=f"{WITH} | parameters")),
    ("QZ-R216", survey("select_one sex | a | 甲 | seed=3", heads=f"{WITH} | parameters")),
    ("QZ-R216", survey("audit | | | location-priority=balanced", heads=f"{WITH} | parameters")),
    ("QZ-R216", survey("geoshape | a | 甲 | reference-geometry=no", heads=f"{WITH} | parameters")),
    ("QZ-R217", survey("text | a | ")),
    ("QZ-R218", survey("background-geopoint | a | 甲")),
    ("QZ-R219", survey("text | a | 甲 | age", heads=f"{WITH} | save_to")),
    ("QZ-R219", survey("text | a | 甲 | name", heads=f"{WITH} | save_to", more=ENTITIES)),
    ("QZ-R220", survey("select_one_from_file list.txt | a | 甲")),
    ("QZ-R221", survey("select_one sex or_other | a | 甲 | 1 = 1", heads=f"{WITH} | choice_filter")),
    ("QZ-R222", survey("text | a | 甲 | x.png", heads=f"{WITH} | media::big-image")),
    (
        "QZ-R223",
        survey("text | a | 甲", more="| settings |\n| | omit_instanceID | public_key |\n| | yes | k |\n"),
    ),
]
DOUBTS = [
    ("QZ-R224", survey("text | a | 甲 | (1 = 1", heads=f"{WITH} | relevant")),
    ("QZ-R224", survey("text | a | 甲 | . = 'x", heads=f"{WITH} | constraint")),
    ("QZ-R225", survey("text | a | 甲 | fooo(.)", heads=f"{WITH} | constraint")),
    ("QZ-R226", survey("calculate | a | | ${b}", "calculate | b | | ${a}", heads=f"{WITH} | calculation")),
    ("QZ-R228", survey("image | a | 甲")),
    ("QZ-R228", survey("text | a | 甲", heads="type | name | label::Chinese")),
    ("QZ-R228", survey("text | a | 甲", "text | A | 乙")),
]


@pytest.mark.parametrize(("code", "text"), ERRORS)
def test_what_no_program_would_take_is_refused_with_a_reason(code: str, text: str) -> None:
    form = read(text)
    assert not form.accepted
    assert code in codes(text)
    assert all(problem.cure and problem.message and problem.where for problem in form.problems)


@pytest.mark.parametrize(("code", "text"), DOUBTS)
def test_what_programs_take_and_a_person_should_look_at_is_said(code: str, text: str) -> None:
    assert read(text).accepted
    assert code in codes(text)


def test_a_problem_names_the_row_as_the_sheet_counts_it() -> None:
    (problem,) = read(survey("text | a | 甲", "text | b | 乙", "textt | c | 丙")).problems
    assert problem.where == "登记.md survey!4"
    assert problem.severity is Severity.ERROR


def test_everything_wrong_is_said_at_once() -> None:
    assert codes(survey("textt | a | 甲", "text | | 乙", "select_one no | c | 丙")) == [
        "QZ-R205",
        "QZ-R207",
        "QZ-R211",
    ]


def test_values_that_wait_for_each_other_are_named_round_the_circle() -> None:
    heads = f"{WITH} | calculation"
    form = read(
        survey("calculate | a | | ${b}", "calculate | b | | ${c}", "calculate | c | | ${a}", heads=heads)
    )
    assert [each.message for each in form.problems if each.code == "QZ-R226"] == [
        "算式互相等着：a → b → c → a。"
    ]


def test_a_reference_to_the_last_submission_is_no_circle_of_its_own_sheet() -> None:
    heads = f"{WITH} | default"
    assert codes(survey("text | a | 甲 | ${last-saved#a}", heads=heads)) == []


def test_entities_of_two_repeats_cannot_be_one() -> None:
    more = f"{LISTS}{ENTITIES}"
    rows = ["text | a | 甲 | ", "begin repeat | r | 组 | ", "text | b | 乙 | x", "end repeat | | | "]
    rows += ["begin repeat | s | 组 | ", "text | c | 丙 | y", "end repeat | | | "]
    assert "QZ-R219" in codes(survey(*rows, heads=f"{WITH} | save_to", more=more))
