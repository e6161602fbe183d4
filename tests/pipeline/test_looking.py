"""A filled form held against the ledger: who is missing, who does not belong, what is counted otherwise."""

import io
from collections.abc import Sequence
from datetime import date

import openpyxl

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.lookover import Doubt, Kind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.looking import look
from tests.answer.known import TODAY, ledger, person
from tests.pipeline.test_answering_figures import view

OLD = [person(date(1930 + at, 3, 1), 10 + at, f"老{name}") for at, name in enumerate("甲乙丙丁")]
YOUNG = person(date(1990, 3, 1), 31, "青戊")


def known(village: str = "柳湾村", more: Sequence[Subject] = ()) -> LedgerView:
    facts: dict[Subject, dict[str, Scalar]] = {}
    for who in (*OLD, YOUNG):
        facts[who] = {"person.name": who.name, "person.id_no": who.key, "place.village": village}
    for who in more:
        facts[who] = {"person.name": who.name, "person.id_no": who.key, "place.village": "上坪村"}
    return ledger(facts)


def book(title: str, *rows: Sequence[Scalar]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for row in rows:
        sheet.append(list(row))
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


HEADS = ("序号", "姓名", "身份证号", "年龄")


def roll(*people: Subject) -> bytes:
    ages = [TODAY.year - int(each.key[6:10]) for each in people]
    rows = [
        (at, each.name, each.key, age) for at, (each, age) in enumerate(zip(people, ages, strict=True), 1)
    ]
    return book("80岁以上老年人名册", HEADS, *rows)


def rows_of(content: bytes, view: LedgerView) -> list[Doubt]:
    found = look("名册.xlsx", content, TODAY, desk=Desk(view))
    return [each for each in found.doubts if each.kind is Kind.ROWS]


def test_a_roll_that_lists_whom_the_ledger_lists_raises_no_doubt() -> None:
    assert rows_of(roll(*OLD), known()) == []
    assert look("名册.xlsx", roll(*OLD), TODAY, desk=Desk(known())).doubts == ()


def test_whoever_the_ledger_has_and_the_roll_has_not_is_counted_and_named() -> None:
    (doubt,) = rows_of(roll(*OLD[:3]), known())
    assert "该列的有 4 个，表里有 3 行" in doubt.why
    assert doubt.value == "老丁"
    assert "老丁" not in doubt.why


def test_a_row_of_somebody_who_does_not_belong_is_told_by_its_number() -> None:
    (doubt,) = rows_of(roll(*OLD, YOUNG), known())
    assert "不该列的 1 行（第 7 行）" in doubt.why


def test_a_number_with_a_slip_is_still_the_person_of_that_name() -> None:
    wrong = Subject(OLD[0].kind, OLD[0].key[:-1] + ("0" if OLD[0].key[-1] != "0" else "1"), OLD[0].name)
    assert rows_of(roll(wrong, *OLD[1:]), known()) == []


def test_a_roll_of_one_village_is_not_held_against_the_whole_town() -> None:
    """Nothing on the sheet names the village; all the people on it are of one."""
    others = [person(date(1931, 5, at), 40 + at, f"外{at}") for at in range(1, 6)]
    assert rows_of(roll(*OLD), known(more=others)) == []
    (doubt,) = rows_of(roll(*OLD, *others[:4]), known(more=others))
    assert doubt.value == others[4].name


def test_a_title_that_names_no_population_is_not_held_against_the_ledger() -> None:
    content = book("某某项目受益名册", HEADS, (1, "老甲", OLD[0].key, 96))
    assert rows_of(content, known()) == []


def test_a_figure_that_the_ledger_counts_otherwise_is_told_with_both() -> None:
    """Two villages of which everybody is known: three of the four people in the east are of age."""
    heads = ("村名", "总人口（人）", "18岁以上人口（人）")

    def told(east: int) -> list[Doubt]:
        content = book("各村人口情况统计表", heads, ("东庄村", 4, east), ("西庄村", 1, 1))
        return rows_of(content, view())

    assert told(3) == []
    (doubt,) = told(2)
    assert doubt.where.endswith("!C3")
    assert "数出来是 3，表里写的是 2" in doubt.why
