"""Figures as of two days are two questions wherever questions are counted: today, in a year, in a certificate, on the desk; and lists
answer only the day that they are of."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.ask import Question, ask
from qingzhuang.answer.certificate import certify, faults
from qingzhuang.answer.ledger import Candidate, LedgerView, Standing, view_of
from qingzhuang.answer.of_a_day import days_apart, held_now
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.select import Scope
from qingzhuang.answer.year.certificate import faults as year_faults
from qingzhuang.answer.year.needs import Dated
from qingzhuang.answer.year.stated import stated_days
from qingzhuang.match.wording.element import element, name_of
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.thing import Thing, thing
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.pipeline.asking import fields
from qingzhuang.pipeline.tasks import plan_task
from qingzhuang.pipeline.year import Asking, asking
from tests.answer.known import household, said, village
from tests.pipeline.test_of_a_day import form, key_of

TODAY = date(2027, 1, 5)
JUNE, DECEMBER = date(2026, 6, 30), date(2026, 12, 31)
PLACE = village("编名村")
HALF, WHOLE = "各村人口统计表（截至2026年6月30日）", "各村人口统计表（截至2026年12月31日）"
FREE = "各村人口摸底表"
HEADS = ("村名", "户籍人口数")


def view(*more: Candidate, today: date = TODAY) -> LedgerView:
    return view_of((said(PLACE, "place.village", "编名村"), *more), today)


def plans(known: LedgerView, *titles: str, heads: tuple[str, ...] = HEADS) -> list[Plan]:
    desk, wishes = Desk(known), Wishes(scope=Scope(("编名村",)))
    return [each for title in titles for each in desk.plans(form(title, heads), wishes)]


def asked(made: Sequence[Plan]) -> list[Question]:
    return sorted(ask(made, element), key=lambda each: each.day or TODAY)


def test_two_days_are_two_questions_and_two_forms_of_one_day_one() -> None:
    made = plans(view(), HALF, WHOLE)
    assert [(each.day, each.cells) for each in asked(made)] == [(JUNE, 1), (DECEMBER, 1)]
    again = plans(view(), HALF, "全县户籍人口汇总表（截至2026年6月30日）")
    assert [(each.day, each.cells, len(each.files)) for each in asked(again)] == [(JUNE, 2, 1)]


def test_the_certificate_tells_the_days_apart_and_holds() -> None:
    made = plans(view(), HALF, WHOLE)
    found = certify(made, ask(made, element))
    assert found.proven
    assert not faults(found)
    assert len(found.asked) == 2


def test_a_form_that_prints_no_day_takes_a_figure_that_is_asked_as_of_a_recent_one() -> None:
    made = plans(view(), WHOLE, FREE)
    (question,) = asked(made)
    assert (question.day, question.cells) == (DECEMBER, 2)
    assert not faults(certify(made, [question]))
    key = question.key
    lasts = timedelta(days=element(key).lasts_days or 0)
    known = view(said(PLACE, key, 812, on=DECEMBER, until=DECEMBER + lasts))
    assert [each.missing for each in plans(known, WHOLE, FREE)] == [(), ()]


def test_a_form_that_prints_no_day_is_asked_for_itself_where_the_other_day_is_long_ago() -> None:
    long_ago = "各村人口统计表（截至2025年1月31日）"
    assert [each.day for each in asked(plans(view(), long_ago, FREE))] == [date(2025, 1, 31), None]


def test_what_does_not_move_is_one_question_whatever_the_days() -> None:
    found = asked(plans(view(), HALF, WHOLE, heads=("村名", "联系电话")))
    assert [(each.day, each.cells) for each in found] == [(None, 2)]


def test_why_a_figure_is_lacking_names_both_days() -> None:
    (half,) = plans(view(), HALF)
    known = view(said(PLACE, half.missing[0].key, 812, on=JUNE, until=date(2027, 6, 30)))
    (whole,) = plans(known, WHOLE)
    assert whole.missing[0].state is State.STALE
    assert days_apart(whole.missing[0]) == (JUNE, DECEMBER)
    (free,) = plans(view(said(PLACE, half.missing[0].key, 812, on=JUNE, until=date(2026, 9, 30))), FREE)
    assert free.missing[0].state is State.STALE
    assert days_apart(free.missing[0]) is None


def test_figures_of_two_days_from_two_offices_are_no_conflict_and_the_later_holds() -> None:
    key = key_of(form(FREE))
    told = [
        said(PLACE, key, 812, on=JUNE, until=date(2027, 6, 30), by="公安.xlsx"),
        said(PLACE, key, 820, on=DECEMBER, until=date(2027, 6, 30), by="统计.xlsx"),
    ]
    held = held_now(view(*told), PLACE, key, element(key))
    assert (held.standing, held.fact and held.fact.value) == (Standing.CURRENT, 820)
    (plan,) = plans(view(*told), FREE)
    assert [each.value for each in plan.cells if each.key == key] == [820]
    third = said(PLACE, key, 823, on=DECEMBER, until=date(2027, 6, 30), by="民政.xlsx")
    held = held_now(view(*told, third), PLACE, key, element(key))
    assert {each.value for each in held.rivals} == {820, 823}


def test_lists_that_only_came_on_two_days_may_be_of_one_and_disagree() -> None:
    """`LEARNT` is the day on which both came; nobody said of which day they are."""
    key = key_of(form(FREE))
    came = date(2026, 6, 1)
    told = [said(PLACE, key, number, on=came, by=f"{number}.xlsx") for number in (812, 820)]
    assert held_now(view(*told), PLACE, key, element(key)).standing is Standing.CONFLICT


@pytest.mark.parametrize(
    ("stated", "days", "expected"),
    [
        (JUNE, [date(2026, 7, 5), date(2026, 10, 5), date(2027, 1, 5)], [JUNE, date(2026, 9, 30), DECEMBER]),
        (date(2026, 2, 28), [date(2026, 2, 28), date(2026, 3, 31)], [date(2026, 2, 28), date(2026, 3, 31)]),
        (date(2026, 3, 15), [date(2026, 3, 20), date(2026, 3, 27)], [date(2026, 3, 15), date(2026, 3, 22)]),
        (DECEMBER, [date(2026, 12, 20)], [DECEMBER]),
        (None, [JUNE], [None]),
    ],
)
def test_the_day_that_a_form_prints_moves_along_with_its_rounds(
    stated: date | None, days: list[date], expected: list[date | None]
) -> None:
    assert list(stated_days(stated, days)) == expected


def year(known: LedgerView, *titles: str, days: Sequence[date] = (date(2027, 1, 10),)) -> Asking:
    dated = [Dated(each, tuple(days)) for each in plans(known, *titles)]
    return asking(dated, Desk(known), rates_on(TODAY), TODAY)


def test_a_year_counts_two_days_as_two_and_proves_it() -> None:
    found = year(view(), HALF, WHOLE)
    assert [thing(each.key).day for each in found.year.asked] == [JUNE, DECEMBER]
    assert found.year.least == 2
    assert not year_faults(found.year.proofs)
    assert sum(each.facts for each in found.rounds) == 2


def test_a_form_that_comes_every_quarter_wants_another_day_each_time() -> None:
    rounds = (date(2027, 1, 10), date(2027, 4, 10), date(2027, 7, 10), date(2027, 10, 10))
    found = year(view(), WHOLE, days=rounds)
    wanted = [DECEMBER, date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)]
    assert [thing(each.key).day for each in found.year.asked] == wanted
    key = thing(found.year.asked[0].key).key
    known = view(said(PLACE, key, 820, on=DECEMBER, until=date(2028, 12, 31)))
    assert [thing(each.key).day for each in year(known, WHOLE, days=rounds).year.asked] == wanted[1:]


PIGS = "生猪存栏（头）"


def herd(on: date, today: date = TODAY) -> LedgerView:
    """A list of two households with their pigs, of a day; the ledger holds everybody."""
    rows: list[Candidate] = []
    for number, pigs in (("9900001", 12), ("9900002", 30)):
        home = household(number)
        told: dict[str, Scalar] = {"place.village": "编名村", "household.size": 0, "livestock.pigs": pigs}
        rows += [
            said(home, key, value, by="养殖户台账.xlsx", on=on, until=on + timedelta(days=365))
            for key, value in told.items()
        ]
    return view(*rows, today=today)


def figure(known: LedgerView, title: str) -> tuple[object, str]:
    (plan,) = plans(known, title, heads=("村名", PIGS))
    cell = next(each for each in plan.cells if each.item.label.startswith("生猪"))
    return cell.value, cell.why


def test_a_sum_of_a_list_answers_the_day_of_the_list_and_no_other() -> None:
    half, whole = "各村畜牧统计表（截至2026年6月30日）", "各村畜牧统计表（截至2026年12月31日）"
    assert figure(herd(JUNE), "各村畜牧统计表")[0] == 42
    assert figure(herd(JUNE), half)[0] == 42
    value, why = figure(herd(JUNE), whole)
    assert value is None
    assert "42" in why
    assert "2026-06-30" in why
    assert "2026-12-31" in why
    assert figure(herd(DECEMBER), half)[0] is None


def test_a_sum_is_none_of_a_day_that_is_still_to_come() -> None:
    to_come = "各村畜牧统计表（截至2027年3月31日）"
    assert figure(herd(JUNE), to_come)[0] is None
    assert figure(herd(TODAY), to_come)[0] is None
    assert figure(herd(TODAY), f"各村畜牧统计表（截至{TODAY:%Y年%-m月%-d日}）")[0] == 42


MARCH, TO_COME = date(2027, 3, 31), "各村人口统计表（截至2027年3月31日）"


def test_a_day_to_come_is_asked_as_of_itself_and_nothing_is_promised_before_it() -> None:
    made = plans(view(), TO_COME)
    (question,) = asked(made)
    assert (question.day, question.waits) == (MARCH, True)
    assert not faults(certify(made, [question]))
    assert [thing(each.key).day for each in year(view(), TO_COME).year.asked] == [MARCH]
    (question,) = asked(plans(view(today=MARCH), TO_COME))
    assert (question.day, question.waits) == (MARCH, False)


def test_what_is_said_today_does_not_answer_a_day_to_come() -> None:
    key = thing(key_of(form(FREE))).key
    (plan,) = plans(view(said(PLACE, key, 820, on=TODAY, until=date(2028, 1, 5))), TO_COME)
    assert [each.value for each in plan.cells if each.key == key] == [None]
    assert days_apart(plan.missing[0]) == (TODAY, MARCH)


def test_a_form_of_no_day_is_not_left_to_a_question_of_a_day_to_come() -> None:
    assert [(each.day, each.waits) for each in ask(plans(view(), TO_COME, FREE), element)] == [
        (None, False),
        (MARCH, True),
    ]


def test_a_post_is_not_asked_before_the_day_and_is_on_it() -> None:
    def planned(today: date) -> list[date]:
        paper, desk = form(TO_COME, HEADS), Desk(view(today=today))
        plan = plan_task(paper, "编名村", Demand(paper, Issuer(""), Post("村"), 1.0), desk, rates_on(today))
        return [each.spot.as_of for each in fields(plan, desk, "岗", None)]

    assert planned(TODAY) == []
    assert planned(MARCH) == [MARCH]


def test_a_thing_is_spelt_and_read_again() -> None:
    for each in (
        Thing("a"),
        Thing("a|b"),
        Thing("a", "低保表"),
        Thing("a", "", JUNE),
        Thing("a~x", "表", JUNE),
    ):
        assert thing(each.spelt) == each
    assert name_of(Thing("place.registered_population", "", JUNE).spelt).endswith("（截至 2026-06-30）")
