"""What changed since a form was sent: rows by what identifies them, fields by their name."""

import io
from collections.abc import Mapping, Sequence

import pytest
import xlsxwriter

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import form_of, read_form, read_workbook
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import Scalar, Workbook
from qingzhuang.pipeline.since import Difference, Kind, difference

Row = Mapping[str, Scalar]


def template(*heads: str) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("表")
    edge = book.add_format({"border": 1})
    sheet.merge_range(0, 0, 0, len(heads) - 1, "低保对象名册", edge)
    sheet.write_row(1, 0, heads, edge)
    for row in range(2, 5):
        sheet.write_row(row, 0, [None] * len(heads), edge)
    sheet.write_row(5, 0, ["合计"], edge)
    book.close()
    return buffer.getvalue()


def sent(content: bytes, rows: Sequence[Row]) -> tuple[Form, Workbook]:
    done = fill("表.xlsx", content, read_form("表.xlsx", content), Answers(tuple(rows))).content
    book = read_workbook("表.xlsx", done)
    return form_of(book), book


def compare(heads: Sequence[str], was: Sequence[Row], now: Sequence[Row]) -> Difference:
    content = template(*heads)
    return difference(sent(content, was), sent(content, now))


def told(found: Difference) -> list[tuple[Kind, str, str, str, str]]:
    return [(each.kind, each.who, each.label, each.before, each.after) for each in found.changes]


ONE, TWO, THREE = "990101199001011232", "990101199101011234", "990101199201011236"
HEADS = ("序号", "姓名", "身份证号", "金额（元）")


def person(name: str, number: str, amount: int) -> Row:
    return {"姓名": name, "身份证号": number, "金额（元）": amount}


def test_rows_are_added_changed_and_gone_by_their_number_wherever_they_stand() -> None:
    """Order and running numbers do not count; the total row and blank rows are no records."""
    was = [person("甲", ONE, 100), person("乙", TWO, 200)]
    now = [person("丙", THREE, 50), person("甲", ONE, 120)]
    found = compare(HEADS, was, now)
    assert told(found) == [
        (Kind.ADDED, f"{THREE}、丙", "", "", ""),
        (Kind.CHANGED, f"{ONE}、甲", "金额（元）", "100", "120"),
        (Kind.GONE, f"{TWO}、乙", "", "", ""),
    ]


def test_what_stayed_as_it_was_is_no_change() -> None:
    rows = [person("甲", ONE, 100), person("乙", TWO, 200)]
    assert compare(HEADS, rows, rows[::-1]).changes == ()


def test_only_rows_that_were_added_or_changed_are_sent_again() -> None:
    now = (person("甲", ONE, 100), person("乙", TWO, 250), person("丙", THREE, 1))
    found = compare(HEADS, [person("甲", ONE, 100), person("乙", TWO, 200)], now)
    only = found.only(Answers(now))
    assert only is not None
    assert [row["姓名"] for row in only.rows] == ["乙", "丙"]


@pytest.mark.parametrize(
    ("heads", "name"),
    [(("户主姓名", "人口数"), "户主姓名"), (("村名", "人口数"), "村名")],
    ids=["heads", "villages"],
)
def test_without_numbers_a_name_that_is_unique_identifies(heads: tuple[str, ...], name: str) -> None:
    found = compare(heads, [{name: "甲村", "人口数": 3}], [{name: "甲村", "人口数": 4}])
    assert told(found) == [(Kind.CHANGED, "甲村", "人口数", "3", "4")]


def test_namesakes_are_told_apart_by_what_stands_beside_or_the_row_is_its_words() -> None:
    """Two of one name: their addresses decide; with one address too, a row is only there or not there."""
    heads = ("姓名", "家庭住址", "人口数")
    two: list[dict[str, Scalar]] = [
        {"姓名": "甲", "家庭住址": "一组", "人口数": 1},
        {"姓名": "甲", "家庭住址": "二组", "人口数": 2},
    ]
    found = compare(heads, two, [two[0], {**two[1], "人口数": 3}])
    assert told(found) == [(Kind.CHANGED, "甲、二组", "人口数", "2", "3")]
    same: list[dict[str, Scalar]] = [{**each, "家庭住址": "一组"} for each in two]
    found = compare(heads, same, [same[0], {**same[1], "人口数": 3}])
    assert [each.kind for each in found.changes] == [Kind.ADDED, Kind.GONE]
    assert found.only(Answers(())) is None
