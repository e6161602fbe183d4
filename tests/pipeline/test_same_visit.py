"""What one visit saw answers the equal points of other bureaus' lists, of the same site, while it holds, and nothing else."""

import io
from datetime import date

import docx
import openpyxl
import pytest

from qingzhuang.intake.read import form_of, read_form, read_workbook
from qingzhuang.model.form import Form
from qingzhuang.pipeline.filling import fill_given
from qingzhuang.pipeline.same_visit import Carried, Visit, carry, visit_of

TODAY = date(2026, 11, 26)
SHOP = "编名小店"
FIRE = ("灭火器是否在有效期内", "疏散通道是否畅通", "是否存在违规住人", "应急照明是否完好")
REST = ("燃气软管是否老化", "排油烟道是否清洗")
GAS = ("有无过期灭火器", "疏散通道畅通", "燃气软管是否老化")


def xlsx(
    title: str, points: tuple[str, ...], results: tuple[str, ...] = (), site: str = "", day: str = "",
    choices: str = "□是 □否",
) -> bytes:  # fmt: skip
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells("A1:D1")
    page.append(["场所名称", site or None, "检查日期", day or None])
    page.append(["序号", "检查内容", "检查结果", "备注"])
    for number, point in enumerate(points):
        page.append([number + 1, point, results[number] if results else choices, None])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(
    title: str, points: tuple[str, ...], results: tuple[str, ...] = (), site: str = "", day: str = ""
) -> bytes:
    paper = docx.Document()
    paper.add_paragraph(title)
    lines = [("场所名称", site, "检查日期", day), ("序号", "检查内容", "检查结果", "备注")]
    for number, point in enumerate(points):
        lines.append((str(number + 1), point, results[number] if results else "□合格 □不合格", ""))
    table = paper.add_table(rows=len(lines), cols=4)
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def visit(
    results: tuple[str, ...], site: str = SHOP, day: str = "2026-11-20", points: tuple[str, ...] = FIRE
) -> Visit:
    book = read_workbook("消防.xlsx", xlsx("商铺消防安全检查表", points, results, site, day))
    return visit_of(form_of(book), book)


SEEN = visit(("☑是 □否", "□是 ☑否", "□是 ☑否", "□是 □否"))


def gas(*points: str) -> Form:
    return read_form("燃气.xlsx", xlsx("餐饮场所燃气安全检查表", (*points, *REST) if points else GAS))


def rows(found: Carried) -> dict[object, object]:
    return {row["检查内容"]: row["检查结果"] for row in found.answers.rows}


def test_a_filled_list_says_what_was_seen_where_and_when() -> None:
    assert (SEEN.site, SEEN.day) == (SHOP, date(2026, 11, 20))
    assert [each.asked.text for each in SEEN.seen] == list(FIRE[:3])  # the last one was left blank


def test_an_equal_point_is_answered_and_turned_where_it_asks_the_other_way_round() -> None:
    found = carry([SEEN], gas(), TODAY)
    assert rows(found) == {"有无过期灭火器": "否", "疏散通道畅通": "否"}
    assert (len(found.told), found.points) == (2, 3)


def test_the_answer_is_written_into_the_other_bureaus_own_file() -> None:
    for file, content, good, bad in (
        ("燃气.xlsx", xlsx("餐饮场所燃气安全检查表", GAS), "否", "否"),
        ("食品.docx", word("小餐饮食品安全检查表", GAS), "合格", "不合格"),
    ):
        found = carry([SEEN], read_form(file, content), TODAY)
        assert rows(found) == {"有无过期灭火器": good, "疏散通道畅通": bad}
        filled = fill_given(file, content, found.answers)
        assert filled.problems == ()
        texts = [cell.text for cell in read_workbook(file, filled.content).sheets[0].cells.values()]
        assert SHOP in texts
        assert any(f"☑{bad}" in each.replace(" ", "") for each in texts)


def test_a_word_list_answers_a_spreadsheet_too() -> None:
    book = read_workbook(
        "食品.docx", word("小餐饮食品安全检查表", GAS, ("☑合格 □不合格", "合格", ""), SHOP, "2026-11-20")
    )
    found = carry([visit_of(form_of(book), book)], gas("灭火器是否过期", "疏散通道是否畅通"), TODAY)
    assert rows(found) == {"灭火器是否过期": "否", "疏散通道是否畅通": "是"}


@pytest.mark.parametrize(
    "point", ["灭火器压力正常、未过期", "厨房灭火器是否过期", "消火栓是否完好", "灭火器是否符合要求"]
)
def test_what_asks_more_less_or_another_thing_is_not_answered(point: str) -> None:
    found = carry([SEEN], gas(point), TODAY)
    assert (rows(found), found.points) == ({}, 3)


def test_what_nobody_can_tell_is_a_question() -> None:
    (doubt,) = carry([SEEN], gas("灭火器是否符合要求"), TODAY).doubts
    assert (doubt.asked, bool(doubt.why)) == ("灭火器是否符合要求", True)


def test_another_site_gets_nothing() -> None:
    found = carry([SEEN], gas(), TODAY, site="别家店")
    assert (rows(found), [each.code for each in found.problems]) == ({}, ["QZ-L180"])
    two = carry([SEEN, visit(("是",) * 4, site="别家店")], gas(), TODAY)
    assert [each.code for each in two.problems] == ["QZ-L180"]
    unnamed = carry([visit(("是",) * 4, site="")], gas(), TODAY)
    assert [each.code for each in unnamed.problems] == ["QZ-L180"]


def test_what_was_seen_too_long_ago_is_looked_at_again() -> None:
    found = carry([visit(("是",) * 4, day="2026-07-01")], gas(), TODAY)
    assert rows(found) == {}
    assert {each.code for each in found.problems} == {"QZ-L181"}


def test_a_visit_without_a_day_answers_nothing() -> None:
    assert visit(("是",) * 4, day="").seen == ()


def test_two_visits_that_disagree_answer_nothing() -> None:
    found = carry([SEEN, visit(("否",) * 4)], gas("灭火器在有效期内"), TODAY)
    assert (rows(found), [each.code for each in found.problems]) == ({}, ["QZ-L182"])


def test_a_tick_that_may_mean_either_is_not_carried() -> None:
    seen = visit(("√", "√"), points=("有无过期灭火器", "疏散通道是否畅通"))
    assert [each.asked.text for each in seen.seen] == ["疏散通道是否畅通"]


def test_two_ticks_and_free_words_are_no_answer() -> None:
    assert visit(("☑是 ☑否", "基本畅通", "□是 □否", "见备注")).seen == ()


def test_the_day_is_written_only_where_the_visit_answers_the_whole_list() -> None:
    assert "检查日期" not in carry([SEEN], gas(), TODAY).answers.cards
    only = read_form("燃气.xlsx", xlsx("餐饮场所燃气安全检查表", GAS[:2]))
    whole = carry([SEEN], only, TODAY).answers.cards
    assert whole == {"场所名称": SHOP, "检查日期": "2026-11-20"}
