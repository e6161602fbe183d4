"""A form takes what forms of its own series said under a key, and what people set apart stays two facts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from qingzhuang.answer.ask import ask
from qingzhuang.answer.certificate import certify, faults
from qingzhuang.answer.ledger import Candidate, LedgerView, view_of
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.select import Scope
from qingzhuang.match.decide import decide
from qingzhuang.match.grouping.rulings import NONE, Rulings, rulings
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.element import element, name_of
from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.model.thing import thing
from qingzhuang.model.verdict import ItemContext, Verdict
from qingzhuang.pipeline.answering import Desk, Wishes
from tests.answer.known import LEARNT, TODAY, person, said

AT = datetime(2026, 6, 2, tzinfo=UTC)
LI = person(date(1950, 2, 1), 1, "李甲")
OLD, ILL = "低保对象花名册", "残疾人花名册"


def form(title: str, *labels: str) -> Form:
    items = tuple(
        Item((label,), Place("表", 2, at)) for at, label in enumerate(("姓名", "身份证号", *labels), 1)
    )
    table = Table("表", TableKind.LIST, columns=items, header_rows=(2, 2), data_start_row=3)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,), row_entity="人")


def fact(key: str, value: Scalar, title: str, place: str = "表!B3") -> Candidate:
    """A fact from a file of this title (empty: an answer by a post)."""
    source = Source(f"{title}.xlsx" if title else "", place)
    lineage = f"{title}|{title}" if title else "答|编名村"
    return Candidate(Fact(LI, key, value, date(2026, 1, 1), source, "测试", LEARNT), lineage)


def view(*more: Candidate) -> LedgerView:
    told = {
        "person.name": "李甲", "person.id_no": LI.key, "disability.is_disabled": "是", "relief.is_low_income": "是",
    }  # fmt: skip
    return view_of((*(said(LI, key, value) for key, value in told.items()), *more), TODAY)


def plans(known: LedgerView, *forms: Form, word: Rulings = NONE) -> list[Plan]:
    desk, wishes = Desk(known, said=word), Wishes(scope=Scope(keys=(LI.key,)))
    return [each for one in forms for each in desk.plans(one, wishes)]


def values(made: Sequence[Plan], label: str) -> list[Scalar]:
    return [each.value for plan in made for each in plan.cells if each.item.label == label]


WHEN = "登记时间"
KEY = "register.date"
SIDES = ItemContext(WHEN, OLD, "人"), ItemContext(WHEN, ILL, "人")


def word(reply: Reply = Reply.DIFFERENT) -> Rulings:
    a, b = SIDES
    return rulings([Said(a, b, reply, by, by, AT) for by in "甲乙"])


@pytest.fixture
def both() -> tuple[Form, Form]:
    return form(OLD, WHEN), form(ILL, WHEN)


def test_the_rules_leave_these_two_to_people_under_one_key() -> None:
    a, b = SIDES
    assert parse(a).key == parse(b).key == KEY
    assert decide(a, b).verdict is Verdict.UNSURE


def test_without_a_word_one_answer_serves_both(both: tuple[Form, Form]) -> None:
    known = view(fact(KEY, "2026-01-05", OLD))
    assert values(plans(known, *both), WHEN) == ["2026-01-05", "2026-01-05"]
    assert len(ask(plans(view(), *both), element)) == 1


def test_a_persons_no_makes_two_facts_and_each_form_takes_its_own(both: tuple[Form, Form]) -> None:
    known = view(fact(KEY, "2026-01-05", OLD), fact(KEY, "2025-03-01", ILL))
    assert values(plans(known, *both, word=word()), WHEN) == ["2026-01-05", "2025-03-01"]
    only = plans(view(fact(KEY, "2026-01-05", OLD)), *both, word=word())
    assert values(only, WHEN) == ["2026-01-05", None]


def test_both_are_asked_and_the_certificate_holds(both: tuple[Form, Form]) -> None:
    made = plans(view(), *both, word=word())
    questions = ask(made, element)
    assert len(questions) == 2
    assert len({each.asks for each in questions}) == 2
    assert {thing(each.key).key for each in questions} == {KEY}
    assert all("花名册" in name_of(each.asks) for each in questions)
    assert not faults(certify(made, questions))


def test_what_a_post_answered_on_a_form_is_of_that_form(both: tuple[Form, Form]) -> None:
    known = view(fact(KEY, "2026-01-05", "", f"《{OLD}》{WHEN}"))
    assert values(plans(known, *both, word=word()), WHEN) == ["2026-01-05", None]


def test_what_nobody_knows_whence_is_asked_again_and_nothing_is_lost(both: tuple[Form, Form]) -> None:
    known = view(fact(KEY, "2026-01-05", "", ""))
    assert values(plans(known, *both, word=word()), WHEN) == [None, None]
    assert values(plans(known, *both), WHEN) == ["2026-01-05", "2026-01-05"]


def test_taken_back_the_word_joins_them_again(both: tuple[Form, Form]) -> None:
    known = view(fact(KEY, "2026-01-05", OLD), fact(KEY, "2025-03-01", ILL))
    states = [
        each.origin.state for plan in plans(known, *both) for each in plan.cells if each.item.label == WHEN
    ]
    assert states == [State.CONFLICT, State.CONFLICT]
    assert values(plans(view(fact(KEY, "2026-01-05", OLD)), *both), WHEN) == ["2026-01-05", "2026-01-05"]


def test_next_years_edition_of_a_form_is_of_its_side() -> None:
    known = view(fact(KEY, "2026-01-05", OLD))
    assert values(plans(known, form(f"2027年{OLD}", WHEN), word=word()), WHEN) == ["2026-01-05"]
    assert values(plans(known, form(f"2027年{ILL}", WHEN), word=word()), WHEN) == [None]


@pytest.mark.parametrize("reply", [Reply.UNKNOWN, Reply.SAME])
def test_other_words_part_nothing(both: tuple[Form, Form], reply: Reply) -> None:
    known = view(fact(KEY, "2026-01-05", OLD))
    assert values(plans(known, *both, word=word(reply)), WHEN) == ["2026-01-05", "2026-01-05"]


GIFT, URGENT = "残疾人春节慰问发放名册", "残疾人临时救助发放名册"


def test_an_amount_of_one_scheme_is_none_of_another() -> None:
    known = view(fact("payment.money", 500, GIFT))
    forms = form(GIFT, "金额"), form(URGENT, "金额")
    asked = ask(plans(view(), *forms), element)
    assert len([each for each in asked if thing(each.key).key == "payment.money"]) == 2
    assert values(plans(known, form(URGENT, "金额")), "金额") == [None]


def test_what_nobody_knows_whence_still_answers_where_only_a_title_tells() -> None:
    known = view(fact("payment.money", 500, "", ""))
    assert values(plans(known, form(URGENT, "金额")), "金额") == [500]
