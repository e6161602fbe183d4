"""What was paid, drawn or counted in one month or year fills a form of that time, and no other; nor does one unit fill another."""

import io
from datetime import date

import openpyxl
import pytest

from qingzhuang.answer.ledger import LedgerView, view_of
from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.answer.select import Scope
from qingzhuang.intake.read import read_form
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Wishes, plans
from qingzhuang.pipeline.harvest import harvest
from tests.answer.known import person, said, village

TODAY = date(2026, 11, 26)
WHO = person(date(1951, 3, 2), 7, "费一舟")
PLACE = village("编名村")


def sheet(title: str, heads: tuple[str, ...], row: tuple[Scalar, ...] = (), unit: str = "") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    page.append([unit])
    page.append(list(heads))
    page.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def told(
    who: Subject, title: str, heads: tuple[str, ...], row: tuple[Scalar, ...], unit: str = ""
) -> LedgerView:
    """A ledger that read one filled sheet about one subject."""
    found = harvest("源表.xlsx", sheet(title, heads, row, unit))
    assert found.as_of is not None
    facts = (
        said(who, each.element, each.value, on=found.as_of, by=f"源表.xlsx|{title}") for each in found.drafts
    )
    return view_of(tuple(facts), TODAY)


def filled(known: LedgerView, who: Subject, form: Form, label: str) -> Cell:
    wishes = Wishes(scope=Scope(villages=("编名村",)) if who == PLACE else Scope(keys=(who.key,)))
    (plan,) = plans(form, known, wishes)
    return next(each for each in plan.cells if each.item.label == label and each.subject == who)


def asks(title: str, heads: tuple[str, ...], unit: str = "") -> Form:
    return read_form("要的表.xlsx", sheet(title, heads, (None,) * len(heads), unit))


PERSON = ("姓名", "身份证号")


@pytest.mark.parametrize(
    ("source", "asked", "fills"),
    [
        ("2026年9月护林员补助发放名册", "2026年9月护林员补助发放名册", True),
        ("2026年9月护林员补助发放名册", "2026年10月护林员补助发放名册", False),
        ("2026年9月护林员补助发放名册", "2026年8月护林员补助发放名册", False),
        ("2026年9月护林员补助发放名册", "2026年第三季度护林员补助发放名册", False),
        ("2026年9月护林员补助发放名册", "2026年度护林员补助发放名册", False),
        ("2025年度护林员补助发放名册", "2026年度护林员补助发放名册", False),
        ("2025年度护林员补助发放名册", "2025年度护林员补助发放名册", True),
    ],
)
def test_money_paid_in_one_time_fills_a_list_of_that_time_alone(source: str, asked: str, fills: bool) -> None:
    heads = (*PERSON, "发放金额")
    known = told(WHO, source, heads, (WHO.name, WHO.key, 260), "单位：元")
    assert filled(known, WHO, asks(asked, heads, "单位：元"), "发放金额").value == (260 if fills else None)


def test_who_paid_last_year_is_asked_whether_he_paid_this_year() -> None:
    heads = (*PERSON, "缴费金额", "是否缴费")
    known = told(WHO, "2025年度城乡居民医保缴费名单", heads, (WHO.name, WHO.key, 380, "是"))
    form = asks("2026年度城乡居民医保缴费名单", heads)
    for label in ("缴费金额", "是否缴费"):
        found = filled(known, WHO, form, label)
        assert (found.value, found.origin.state) == (None, State.STALE)
    again = asks("2025年度城乡居民医保缴费名单", heads)
    assert filled(known, WHO, again, "缴费金额").value == 380


def test_what_does_not_belong_to_a_month_is_not_asked_anew_each_month() -> None:
    heads = (*PERSON, "开户银行")
    known = told(WHO, "2026年9月护林员补助发放名册", heads, (WHO.name, WHO.key, "编名信用社"))
    assert filled(known, WHO, asks("2026年10月护林员补助发放名册", heads), "开户银行").value == "编名信用社"


HALF = "2026年上半年各村集体收支统计表"


@pytest.mark.parametrize(
    ("asked", "fills"),
    [
        (HALF, True),
        ("2026年第二季度各村集体收支统计表", False),
        ("2026年6月各村集体收支统计表", False),
        ("2026年各村集体收支统计表", False),
    ],
)
def test_half_a_years_income_is_no_quarters_and_no_years(asked: str, fills: bool) -> None:
    heads = ("村名", "补助收入", "期末结余")
    known = told(PLACE, HALF, heads, (PLACE.name, 3.5, 12.25), "单位：万元")
    assert filled(known, PLACE, asks(asked, heads, "单位：元"), "补助收入").value == (
        35_000 if fills else None
    )


def test_a_balance_under_a_unit_line_is_kept_in_its_unit() -> None:
    heads = ("村名", "补助收入", "期末结余")
    known = told(PLACE, HALF, heads, (PLACE.name, 3.5, 12.25), "单位：万元")
    assert filled(known, PLACE, asks(HALF, heads, "单位：元"), "期末结余").value == 122_500


def test_an_unknown_figure_in_one_unit_does_not_fill_a_form_in_another() -> None:
    heads = ("村名", "杂项支出")
    known = told(PLACE, HALF, heads, (PLACE.name, 3.5), "单位：万元")
    assert filled(known, PLACE, asks(HALF, heads, "单位：元"), "杂项支出").value is None
    assert filled(known, PLACE, asks(HALF, heads, "单位：万元"), "杂项支出").value == 3.5
