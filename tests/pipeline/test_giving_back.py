"""A ledger gives back who soon turns 80 and what runs out, to the village that keeps it."""

from datetime import date

from qingzhuang.answer.ledger import view_of
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.giving_back import give_back
from tests.answer.known import ledger, person, said

SOON = person(date(1946, 7, 20), 1, "快八十")
FAR = person(date(1946, 12, 20), 2, "还早的")
OVER = person(date(1940, 7, 20), 3, "早过了")
GONE = person(date(1946, 7, 21), 4, "已过世")
ELSEWHERE = person(date(1946, 7, 22), 5, "邻村人")
LEAP = person(date(1948, 2, 29), 6, "闰日生")


def test_who_reaches_eighty_within_three_months_is_named_in_order_of_the_day() -> None:
    known: dict[Subject, dict[str, Scalar]] = {
        each: {"person.id_no": each.key, "place.village": "东庄村"} for each in (SOON, FAR, OVER, GONE)
    }
    known[GONE]["person.is_dead"] = "是"
    known[ELSEWHERE] = {"person.id_no": ELSEWHERE.key, "place.village": "西庄村"}
    found = give_back(Desk(ledger(known)), "东庄村")
    assert [(each.subject.name, each.on) for each in found.birthdays] == [("快八十", date(2026, 7, 20))]
    everywhere = give_back(Desk(ledger(known)), "")
    assert [each.subject.name for each in everywhere.birthdays] == ["快八十", "邻村人"]


def test_who_was_born_on_a_leap_day_turns_eighty_in_a_leap_year_on_that_day() -> None:
    view = view_of([said(LEAP, "person.id_no", LEAP.key)], date(2028, 1, 15))
    assert [each.on for each in give_back(Desk(view), "").birthdays] == [date(2028, 2, 29)]
