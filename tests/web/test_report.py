"""The report is one file that says the figure, its formula and its doubt."""

import re
from dataclasses import replace
from datetime import date

import pytest
from babel.messages.pofile import read_po

from qingzhuang.account.load import Load
from qingzhuang.account.propose.run import propose
from qingzhuang.account.rates import rates_on
from qingzhuang.account.tally import tally
from qingzhuang.account.weighing import LookAlike, Repeat, Weighing
from qingzhuang.language.binding import HERE
from qingzhuang.language.written import written_in
from qingzhuang.model.problem import Problem
from qingzhuang.web import words
from qingzhuang.web.report.page import report_page
from qingzhuang.web.report.render import render_report
from tests.account.loads import asked, load
from tests.web.english import left_in_chinese

DAY = date(2026, 11, 24)


def weighing(*loads: Load) -> Weighing:
    rates = rates_on(DAY)
    result = tally(loads, rates)
    return Weighing(
        "青禾镇<村>",
        len(loads) + 1,
        result,
        rates,
        propose(result, rates),
        (Repeat("公民身份号码", ("身份证号", "证件号码"), ("甲.xlsx", "乙.xlsx")),),
        (LookAlike("户籍人口", "甲.xlsx", "常住人口", "乙.xlsx", "口径不同"),),
        1,
        (Problem("QZ-R003", "附件3.xlsx", "其实是图片。", "请发件人给原表。"),),
        (),
        ("没有写频次的 1 张表，按一年一次算。",),
    )


@pytest.fixture
def html() -> str:
    two = (
        load("甲", "姓名", "电话", posts=8, times=12),
        load("乙", "姓名", asked("年龄", 2, from_fact="姓名"), posts=8),
    )
    return render_report(report_page(weighing(*two), DAY))


def test_it_needs_nothing_else(html: str) -> None:
    """No script, no address of another host, no file beside it."""
    assert not re.search(r"<script|https?://|<link|<img|@import|url\(", html)


def test_names_from_files_cannot_become_markup(html: str) -> None:
    assert "<村>" not in html
    assert "青禾镇&lt;村&gt;，2 张表有多重" in html


def test_every_form_shows_its_formula(html: str) -> None:
    assert "8 × 2 栏 × 3.2 轮 × 25 秒" in html
    assert "没有写频次的 1 张表，按一年一次算。" in html
    assert "填写 12 秒/格（5–20）" in html


def test_what_was_not_merged_or_not_read_is_said(html: str) -> None:
    for text in ("常住人口", "口径不同", "附件3.xlsx", "QZ-R003", "还有 1 对拿不准"):
        assert text in html


def test_the_classes_add_up_to_the_columns() -> None:
    page = report_page(weighing(load("甲", "姓名", "电话"), load("乙", "姓名")), DAY)
    assert sum(int(each.count) for each in page.classes) == int(page.columns) == 3
    assert page.asked == "2"


def test_an_empty_folder_still_makes_a_page() -> None:
    assert "0 张表有多重" in render_report(report_page(weighing(), DAY))


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 分"), (59.4, "59 分"), (59.6, "1 小时 00 分"), (1146, "19 小时 06 分"), (72_000, "1,200 小时")],
)
def test_minutes_read_as_people_say_them(minutes: float, said: str) -> None:
    assert words.duration(minutes) == said


def test_look_alikes_of_many_reasons_are_shown_before_many_of_one() -> None:
    persons = tuple(
        LookAlike(f"姓名{n}", "甲", f"户主姓名{n}", "乙", "不是同一个人：一边是户主。") for n in range(20)
    )
    unit = LookAlike("收入（元）", "甲", "收入（万元）", "乙", "单位不同：元和万元。")
    page = report_page(replace(weighing(load("甲", "姓名")), lookalikes=(*persons, unit)), DAY)
    assert page.lookalikes[2] == unit
    assert page.lookalikes[:2] == persons[:2]


def test_on_paper_the_total_stands_once_and_the_formula_in_one_piece(html: str) -> None:
    """A table foot is repeated on every page by browsers unless told otherwise."""
    printed = html[html.index("@media print") :]
    assert "tfoot{display:table-row-group}" in printed
    assert re.search(r"\.formula[^{]*\{break-inside:avoid\}", printed)


def test_in_english_nothing_of_ours_is_left_in_source() -> None:
    two = (load("甲", "姓名", "电话", posts=8, times=12), load("乙", "姓名", posts=8))
    with written_in("en"):
        told = render_report(report_page(weighing(*two), DAY))
    assert '<html lang="en">' in told
    assert "how heavy 2 forms are" in told
    assert not _of_the_report(left_in_chinese(told))
    assert "张表有多重" in render_report(report_page(weighing(*two), DAY))


def _of_the_report(messages: set[str]) -> set[str]:
    """What is data of the example stays as it is."""
    with (HERE / "en" / "report.po").open("rb") as text:
        own = {str(each.id).strip("。：， ") for each in read_po(text, locale="en")}
    return messages & own - {"单位"}
