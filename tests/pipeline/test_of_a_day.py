"""A figure of one day answers only a form as of that day; all that does not move from day to day answers any."""

import io
from datetime import date

import openpyxl
import pytest

from qingzhuang.answer.ledger import Candidate, LedgerView, view_of
from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.select import Scope
from qingzhuang.intake.read import read_form
from qingzhuang.model.form import Form
from qingzhuang.pipeline.answering import Wishes, plans
from qingzhuang.pipeline.form_day import stated_day
from tests.answer.known import person, said, village

TODAY = date(2027, 1, 5)
PLACE = village("编名村")
JUNE, DECEMBER = date(2026, 6, 30), date(2026, 12, 31)


def form(title: str, heads: tuple[str, ...] = ("村名", "户籍人口数", "联系电话"), note: str = "") -> Form:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    page.append(list(heads))
    for _line in range(2):
        page.append([None] * len(heads))
    if note:
        page.append([note])
        page.merge_cells(start_row=5, end_row=5, start_column=1, end_column=len(heads))
    kept = io.BytesIO()
    book.save(kept)
    return read_form("表.xlsx", kept.getvalue())


def view(*more: Candidate) -> LedgerView:
    return view_of((said(PLACE, "place.village", "编名村"), *more), TODAY)


def of(number: int, on: date, key: str = "place.registered_population", by: str = "年报.xlsx") -> Candidate:
    return said(PLACE, key, number, on=on, until=date(2027, 6, 30), by=by)


def answered(asked: Form, known: LedgerView, key: str) -> tuple[State, object]:
    (plan,) = plans(asked, known, Wishes(scope=Scope(("编名村",))))
    cell = next(each for each in plan.cells if each.key == key)
    return cell.origin.state, cell.value


def key_of(asked: Form) -> str:
    (plan,) = plans(asked, view(), Wishes(scope=Scope(("编名村",))))
    return next(each.key for each in plan.cells if each.item.label == "户籍人口数" and each.key)


@pytest.mark.parametrize(
    "title",
    [
        "各村人口统计表（截至2026年12月31日）",
        "2026年12月31日各村人口统计表",
        "各村人口统计表（截至2026年12月底）",
    ],
)
def test_a_figure_of_june_is_told_and_asked_anew_for_december(title: str) -> None:
    asked = form(title)
    key = key_of(asked)
    state, value = answered(asked, view(of(812, JUNE, key)), key)
    assert (state, value) == (State.STALE, None)
    (plan,) = plans(asked, view(of(812, JUNE, key)), Wishes(scope=Scope(("编名村",))))
    (missing,) = [each for each in plan.missing if each.key == key]
    assert [(fact.value, fact.as_of) for fact in missing.facts] == [(812, JUNE)]


def test_the_figure_of_the_day_itself_answers_whatever_came_later() -> None:
    asked = form("各村人口统计表（截至2026年6月30日）")
    key = key_of(asked)
    known = view(of(812, JUNE, key), of(820, DECEMBER, key))
    assert answered(asked, known, key) == (State.KNOWN, 812)
    assert answered(form("各村人口统计表（截至2026年12月31日）"), known, key) == (State.KNOWN, 820)


def test_two_sources_that_differ_on_the_day_are_a_conflict() -> None:
    asked = form("各村人口统计表（截至2026年6月30日）")
    key = key_of(asked)
    known = view(of(812, JUNE, key), of(815, JUNE, key, by="公安.xlsx"))
    assert answered(asked, known, key)[0] is State.CONFLICT


def test_a_form_that_prints_no_day_takes_what_holds_today() -> None:
    asked = form("各村人口统计表")
    key = key_of(asked)
    assert answered(asked, view(of(812, JUNE, key)), key) == (State.KNOWN, 812)


def test_what_does_not_move_with_the_day_is_not_asked_again() -> None:
    asked = form("各村人口统计表（截至2026年12月31日）")
    (plan,) = plans(asked, view(), Wishes(scope=Scope(("编名村",))))
    phone = next(each.key for each in plan.cells if each.item.label == "联系电话" and each.key)
    known = view(said(PLACE, phone, "13800000000", on=JUNE))
    assert answered(asked, known, phone) == (State.KNOWN, "13800000000")


def test_a_day_of_filling_is_no_day_of_figures_and_a_note_of_the_whole_form_is() -> None:
    assert stated_day(form("各村人口统计表", note="填报日期：2026年12月20日"), TODAY) is None
    assert stated_day(form("2026年各村人口统计表"), TODAY) is None
    assert stated_day(form("2026年各村人口统计表", note="注：本表统计时点为6月30日。"), TODAY) == JUNE
    assert stated_day(form("各村人口统计表（截至2026年6月30日）"), TODAY) == JUNE


def test_an_age_follows_from_the_birth_on_the_day_of_the_form_and_one_that_was_only_told_is_asked() -> None:
    who = person(date(1966, 9, 1), 1, "编名乙")
    heads = ("姓名", "身份证号", "年龄")
    ages = {}
    for title in ("残疾人花名册（截至2026年6月30日）", "残疾人花名册（截至2026年12月31日）"):
        known = view(
            said(who, "person.name", "编名乙"),
            said(who, "person.id_no", who.key),
            said(who, "disability.is_disabled", "是"),
        )
        (plan,) = plans(form(title, heads), known, Wishes(scope=Scope(keys=(who.key,))))
        ages[title] = [each.value for each in plan.cells if each.item.label == "年龄"]
    assert list(ages.values()) == [[59], [60]]


@pytest.mark.parametrize(
    ("title", "today", "day"),
    [
        ("各村人口统计表（截至12月31日）", TODAY, DECEMBER),
        ("各村人口统计表（12月31日）", TODAY, DECEMBER),
        ("各村人口统计表（截至12月底）", date(2026, 11, 26), DECEMBER),
        ("2026年各村人口统计表（截至6月30日）", TODAY, JUNE),
        ("各村人口统计表（12月31日前上报）", TODAY, None),
        ("各村人口统计表（1月1日至6月30日）", TODAY, None),
        ("12月4日宪法宣传活动各村统计表", TODAY, None),
    ],
)
def test_a_title_prints_its_day_without_a_year(title: str, today: date, day: date | None) -> None:
    assert stated_day(form(title), today) == day


def test_a_figure_of_june_does_not_answer_a_title_of_december_that_prints_no_year() -> None:
    asked = form("各村人口统计表（截至12月31日）")
    key = key_of(asked)
    assert answered(asked, view(of(812, JUNE, key)), key) == (State.STALE, None)
    assert answered(asked, view(of(820, DECEMBER, key)), key) == (State.KNOWN, 820)
