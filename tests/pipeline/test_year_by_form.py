"""Form by form: what each costs in a year, what would be saved without it, and what comes when."""

from datetime import date

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Cell, Missing, Origin, State
from qingzhuang.answer.year.due import due_days
from qingzhuang.answer.year.needs import Dated
from qingzhuang.model.answers import Answers
from qingzhuang.model.fact import Fact
from qingzhuang.model.form import Form as Paper
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.year_by_form import ByForm, Form, asking_by_form
from tests.answer.known import ledger, person, said

DECEMBER = date(2026, 12, 1)
WANG = person(date(1980, 3, 5), 2, "王乙")
PHONE, FIGURE = "person.phone", "person.monthly_income{M+0}"


def form(times: float, *keys: str, known: Fact | None = None) -> Form:
    def cell(key: str) -> Cell:
        item = Item((key,), Place("表", 1, 1), ItemType.TEXT)
        if known is not None:
            return Cell(item, Origin(State.KNOWN, (known,), owner=WANG), known.value, WANG, key)
        return Cell(item, Origin(State.UNKNOWN), None, WANG, key)

    missing = () if known else tuple(Missing(WANG, key, State.UNKNOWN, (key,)) for key in keys)
    paper = Paper("表.xlsx", FileKind.XLSX, "名册", ())
    plan = Plan(paper, DECEMBER, Answers((), {}), tuple(map(cell, keys)), missing)
    return Form((Dated(plan, due_days(times, DECEMBER)),), times)


def found(*forms: Form) -> ByForm:
    return asking_by_form(forms, Desk(ledger({})), rates_on(DECEMBER), DECEMBER)


def test_what_only_one_form_asks_is_saved_without_it_and_what_two_ask_by_neither() -> None:
    one, other = found(form(12, PHONE, FIGURE), form(4, PHONE)).causes
    assert (one.cells, other.cells) == (24, 4)
    assert (one.cut, other.cut) == (12, 0)


def test_a_figure_of_the_month_is_asked_less_where_its_form_comes_less_often() -> None:
    (cause,) = found(form(12, FIGURE)).causes
    assert (cause.slower, cause.slower_cells) == (12 - 4, 12 - 4)
    (cause,) = found(form(12, PHONE)).causes
    assert (cause.slower, cause.slower_cells) == (0, 8)  # an answer serves all year as it is


def test_what_comes_when_tells_the_forms_and_how_often_an_answer_saves_another() -> None:
    (asked,) = found(form(12, PHONE), form(4, PHONE)).coming
    assert (asked.month, asked.key, asked.many, asked.serves) == ("2026-12", PHONE, 1, 11)
    assert asked.forms == (0, 1)
    assert asked.now


def test_what_runs_out_in_summer_can_be_told_at_once() -> None:
    known = said(WANG, PHONE, "138", until=date(2027, 6, 1)).fact
    (asked,) = found(form(12, PHONE, known=known)).coming
    assert (asked.month, asked.now) == ("2027-06", True)


def test_it_is_the_same_calendar_as_of_all_forms_together() -> None:
    by_form = found(form(12, PHONE, FIGURE), form(4, PHONE))
    assert len(by_form.asking.year.asked) == by_form.asking.year.least == 13
    assert sum(each.many for each in by_form.coming) == 13


def test_a_form_that_cannot_be_planned_costs_nothing() -> None:
    (cause,) = found(Form((), 12)).causes
    assert (cause.cells, cause.cut, cause.slower, cause.slower_cells) == (0, 0, 0, 0)
