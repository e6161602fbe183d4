"""The calendar of questions: what an answer serves, and what the months are held against."""

from datetime import date

import pytest

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Cell, Missing, Origin, State
from qingzhuang.answer.year.due import due_days
from qingzhuang.answer.year.needs import Dated
from qingzhuang.answer.year.part import FOR_GOOD
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Item, ItemType
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.year import Asking, asking, end_of_period, until_of
from tests.answer.known import ledger, person, said, village

DECEMBER = date(2026, 12, 1)
WANG = person(date(1980, 3, 5), 2, "王乙")
VILLAGE = village("柳湾村")
DAY = date(2027, 2, 10)
BLANK = Missing(WANG, "person.phone", State.UNKNOWN, ("person.phone",))


@pytest.mark.parametrize(
    ("key", "last"),
    [
        ("place.households{M+0}", date(2027, 2, 28)),
        ("place.households{Q+0}", date(2027, 3, 31)),
        ("place.households{Y+0}", date(2027, 12, 31)),
        ("place.households{Y+0H1}", date(2027, 6, 30)),
        ("place.households{D+0}", DAY),
    ],
)
def test_a_figure_of_this_period_serves_no_longer_than_the_period(key: str, last: date) -> None:
    assert end_of_period(key, DAY) == last.toordinal()


def test_a_named_year_is_told_for_good() -> None:
    assert end_of_period("place.households{2025M3}", DAY) == FOR_GOOD
    assert end_of_period("place.households", DAY) == FOR_GOOD


def test_what_only_one_form_knows_serves_that_form() -> None:
    until = until_of(VILLAGE, frozenset(("person.photo",)))
    assert until("~检查情况", 5) == 5
    assert until_of(WANG, frozenset(("person.photo",)))("person.photo", 5) == 5
    assert until_of(WANG)("person.phone", 5) == 5 + 365


def item(name: str) -> Item:
    return Item((name,), Place("表", 1, 1), ItemType.TEXT)


def calendar(*cells: Cell, missing: tuple[Missing, ...] = (), times: float = 12) -> Asking:
    form = Form("表.xlsx", FileKind.XLSX, "名册", ())
    plan = Plan(form, DECEMBER, Answers((), {}), cells, missing)
    return asking([Dated(plan, due_days(times, DECEMBER))], Desk(ledger({})), rates_on(DECEMBER), DECEMBER)


def test_a_number_asked_once_serves_twelve_monthly_forms() -> None:
    blank = Cell(item("电话"), Origin(State.UNKNOWN), None, WANG, "person.phone")
    found = calendar(blank, missing=(BLANK,))
    assert [each.asks for each in found.rounds] == [1, *[0] * 11]
    assert [each.open for each in found.rounds] == [1] * 12
    assert found.year.least == 1


def test_a_fact_is_asked_again_only_when_it_has_run_out() -> None:
    fact = said(WANG, "person.phone", "138", until=date(2027, 5, 1)).fact
    known = Cell(item("电话"), Origin(State.KNOWN, (fact,), owner=WANG), "138", WANG, "person.phone")
    found = calendar(known)
    (asked,) = found.year.asked
    assert (asked.month, asked.since) == ("2027-05", date(2026, 12, 1))
    assert [each.cells for each in found.rounds] == [1] * 12
