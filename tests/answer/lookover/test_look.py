"""A filled form looked over before it goes out: each planted fault is named by its cell, a clean form says nothing."""

import io
from collections.abc import Callable
from datetime import date
from typing import Literal

import openpyxl
import pytest
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from qingzhuang.answer.lookover import Doubt, Kind, alike
from qingzhuang.intake.read import read_form
from qingzhuang.model import id_number
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.looking import look
from tests.answer.lookover.filled import AS_OF, ROLL, Row, figures, luck, people, roll, villages

COUNT = 12


def doubts(content: bytes) -> list[tuple[Kind, str]]:
    return [(each.kind, each.place.cell if each.place else "") for each in seen(content)]


def seen(content: bytes) -> tuple[Doubt, ...]:
    return look("表.xlsx", content, AS_OF).doubts


@pytest.mark.parametrize("seed", range(20))
def test_forms_that_are_right_raise_no_doubt(seed: int) -> None:
    rng = luck(seed)
    assert doubts(roll(people(rng, COUNT))) == []
    assert doubts(figures(villages(rng, COUNT))) == []


def _swapped(row: Row) -> None:
    number = str(row[3])
    row[3] = number[:16] + str((int(number[16]) + 1) % 10) + number[17]


def _short(row: Row) -> None:
    row[3] = str(row[3])[:-1]


def _other_sex(row: Row) -> None:
    row[2] = "女" if row[2] == "男" else "男"


def _put(column: int, value: object) -> Callable[[Row], None]:
    def plant(row: Row) -> None:
        row[column] = value  # type: ignore[call-overload]

    return plant


PLANTED = [
    ("a digit of the ID number", _swapped, Kind.ID_NUMBER, "D"),
    ("an ID number too short", _short, Kind.ID_NUMBER, "D"),
    ("a required name left out", _put(1, None), Kind.REQUIRED, "B"),
    ("the other sex", _other_sex, Kind.DISAGREES, "C"),
    ("another day of birth", _put(4, "1951-03-03"), Kind.DISAGREES, "E"),
    ("another age", _put(5, 3), Kind.DISAGREES, "F"),
    ("a day that no calendar has", _put(4, "1951-02-30"), Kind.TYPE, "E"),
    ("a telephone number too short", _put(6, "13912345"), Kind.TYPE, "G"),
    ("a word that the list does not allow", _put(8, "还行"), Kind.DOMAIN, "I"),
    ("words for an amount", _put(7, "约二百"), Kind.TYPE, "H"),
    ("a formula that lost its cells", _put(7, "#REF!"), Kind.BROKEN, "H"),
]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("plant", "kind", "column"), [each[1:] for each in PLANTED], ids=[each[0] for each in PLANTED]
)
def test_a_planted_fault_is_found_in_its_cell_and_nowhere_else(
    plant: Callable[[Row], None], kind: Kind, column: str, seed: int
) -> None:
    """The total is left as the right rows give it: words for an amount cannot be added, so nothing is said of the sum."""
    rng = luck(seed)
    rows = people(rng, COUNT)
    total = sum(int(str(row[7])) for row in rows)
    at = rng.randrange(COUNT)
    plant(rows[at])
    found = doubts(roll(rows, total))
    assert (kind, f"{column}{at + 3}") in found
    assert {place for _kind, place in found} == {f"{column}{at + 3}"}


def test_the_same_number_in_two_rows_is_said_at_the_second() -> None:
    rows = people(luck(1), COUNT)
    rows[9][3] = rows[2][3]
    rows[9][2], rows[9][4], rows[9][5] = rows[2][2], rows[2][4], rows[2][5]
    (doubt,) = [each for each in seen(roll(rows)) if each.kind is Kind.TWICE]
    assert doubt.where.endswith("!D12")
    assert "第 5 行" in doubt.why


def test_whoever_stands_twice_is_told_in_a_short_list_too_also_by_a_number_with_a_slip() -> None:
    rows = people(luck(1), 9)
    _swapped(rows[3])
    rows += [[10, *rows[0][1:]], [11, *rows[3][1:]]]
    found = [each.where[-3:] for each in seen(roll(rows)) if each.kind is Kind.TWICE]
    assert found == ["D12", "D13"]


def test_a_list_that_goes_on_upon_another_sheet_is_one_list() -> None:
    rows, more = people(luck(1), 6), people(luck(2), 6)
    more[4][1:6] = rows[2][1:6]
    book = openpyxl.load_workbook(io.BytesIO(roll(rows)))
    (first,) = book.worksheets
    second = book.copy_worksheet(first)
    first.title, second.title = "东庄村", "西庄村"
    for at, row in enumerate(more):
        for column, value in enumerate(row, 1):
            second.cell(at + 3, column).value = value
    kept = io.BytesIO()
    book.save(kept)
    (doubt,) = [each for each in seen(kept.getvalue()) if each.kind is Kind.TWICE]
    assert doubt.where == "西庄村!D7"
    assert doubt.why == "和“东庄村”第 5 行是同一个号。"


@pytest.mark.parametrize("plant", [_swapped, _short])
def test_the_cure_is_told_once(plant: Callable[[Row], None]) -> None:
    rows = people(luck(1), COUNT)
    plant(rows[0])
    (doubt,) = seen(roll(rows))
    assert "证件" not in doubt.why
    assert "请数" not in doubt.why
    assert doubt.cure.startswith("请对着证件看一遍")


def test_a_list_that_names_everybody_often_is_not_about_people_but_about_what_they_got() -> None:
    rows = people(luck(1), 4)
    again = [[at + 5, *row[1:]] for at, row in enumerate(rows)]
    assert Kind.TWICE not in {kind for kind, _cell in doubts(roll([*rows, *again]))}


def test_a_total_that_did_not_follow_its_rows_is_doubtful() -> None:
    rows = people(luck(3), COUNT)
    total = sum(int(str(row[7])) for row in rows)
    assert doubts(roll(rows, total + 50)) == [(Kind.TOTAL, f"H{COUNT + 3}")]


@pytest.mark.parametrize("seed", range(5))
def test_a_printed_equation_that_does_not_hold_is_told_in_the_issuers_words(seed: int) -> None:
    rng = luck(seed)
    rows = villages(rng, COUNT)
    at = rng.randrange(COUNT)
    rows[at][1] = int(str(rows[at][1])) + 7
    (doubt,) = seen(figures(rows))[:1]
    assert doubt.kind is Kind.EQUATION
    assert doubt.where.endswith(f"!B{at + 3}")
    assert "合计=男+女" in doubt.rule


def test_a_sum_of_villages_that_is_off_in_one_column_is_found_there() -> None:
    rows = villages(luck(4), COUNT)
    total = round(sum(float(str(row[4])) for row in rows), 1)
    assert doubts(figures(rows, {4: round(total + 0.1, 1)})) == [(Kind.TOTAL, f"E{COUNT + 3}")]


def test_only_what_the_issuers_own_file_refuses_is_forbidden() -> None:
    rows = people(luck(5), COUNT)
    rows[0][8], rows[1][7] = "还行", "约二百"
    found = seen(roll(rows, 900))
    assert {each.kind: each.forbidden for each in found} == {Kind.DOMAIN: True, Kind.TYPE: False}
    (domain,) = [each for each in found if each.forbidden]
    assert "良好、一般、较差" in domain.why


def test_what_is_said_of_a_number_holds_no_digits_of_it() -> None:
    """Reasons and cures go into receipts; what stands in the cell does not."""
    rows = people(luck(6), COUNT)
    _swapped(rows[0])
    rows[1][5] = 3
    for each in seen(roll(rows)):
        assert not any(str(row[3])[6:14] in each.why + each.cure + each.label for row in rows)
        assert each.problem.code == each.kind.code


def test_masked_numbers_and_strokes_for_nothing_are_answers() -> None:
    rows = people(luck(7), COUNT)
    rows[0][3] = str(rows[0][3])[:6] + "********" + str(rows[0][3])[14:]
    rows[1][6], rows[2][6], rows[3][6] = "无", "/", "—"
    assert doubts(roll(rows)) == []


def test_doubts_that_say_the_same_of_a_column_stand_together_and_refused_ones_first() -> None:
    rows = people(luck(8), COUNT)
    for row in rows[:5]:
        row[1] = None
    rows[7][8] = "还行"
    groups = alike(seen(roll(rows)))
    assert [(each.first.kind, each.count) for each in groups] == [(Kind.DOMAIN, 1), (Kind.REQUIRED, 5)]


def test_the_numbers_that_the_forms_hold_are_nobodys() -> None:
    assert all(
        str(row[3]).startswith("99") and id_number.parse(str(row[3])) for row in people(luck(9), COUNT)
    )
    assert len(ROLL) == len(people(luck(9), 1)[0])


def bounded(sheet_name: str, age: int, day: date, *, stop: bool = True) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = sheet_name
    for row in (
        ["参加培训人员登记表"],
        ["姓名", "年龄", "培训日期"],
        ["甲", age, day],
        ["乙", 40, date(2026, 3, 1)],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    style: Literal["stop", "warning"] = "stop" if stop else "warning"
    years = DataValidation(type="whole", operator="between", formula1="18", formula2="60", errorStyle=style)
    days = DataValidation(
        type="date", operator="greaterThanOrEqual", formula1="DATE(2026,1,1)", errorStyle=style
    )
    years.add("B3:B4")
    days.add("C3:C4")
    sheet.add_data_validation(years)
    sheet.add_data_validation(days)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_what_lies_outside_the_bounds_of_the_form_is_told_with_them() -> None:
    assert seen(bounded("表", 60, date(2026, 1, 1))) == ()
    old, early = seen(bounded("表", 61, date(2025, 12, 31)))
    assert (old.kind, old.where, old.forbidden) == (Kind.LIMIT, "表!B3", True)
    assert "60" in old.rule
    assert (early.kind, early.where) == (Kind.LIMIT, "表!C3")
    assert "2026-01-01" in early.why


def test_what_the_form_only_warns_of_is_not_forbidden() -> None:
    assert [each.forbidden for each in seen(bounded("表", 61, date(2026, 1, 1), stop=False))] == [False]


def test_a_check_over_the_rows_of_a_matrix_is_held_in_every_column_that_adds_up() -> None:
    def made(women: int | None) -> bytes:
        men = 5 if women else None
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        edge = Side("thin")
        lines: tuple[list[Scalar], ...] = (["人员情况表"], ["指标", "行次", "本年（人）", "上年（人）"], ["总人数", "01", men and 9, men and 7],
                 ["男", "02", men, men and 4], ["女", "03", women, men and 3], ["审核关系：01=02+03"])  # fmt: skip
        for line in lines:
            sheet.append(line)
        for cells in sheet.iter_rows(min_row=2, max_row=5):
            for cell in cells:
                cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("A6:D6")
        kept = io.BytesIO()
        book.save(kept)
        return kept.getvalue()

    blank = read_form("表.xlsx", made(None))
    found = [look("表.xlsx", made(women), AS_OF, form=blank).doubts for women in (4, 5)]
    assert [[(each.kind, each.where) for each in those] for those in found] == [
        [],
        [(Kind.EQUATION, "Sheet!C3")],
    ]
