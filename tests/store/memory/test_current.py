"""The ledger kept in memory is the ledger, whatever was added since."""

from datetime import UTC, date, datetime

from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.decisions import settle, undo, withdraw
from qingzhuang.store.ledger.queries import ledger_view
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.memory.current import current
from tests.answer.known import person, said
from tests.store.people import WANG, bring

DAY = date(2026, 11, 25)
LI = person(date(1950, 1, 2), 4, "李丁")


def _same() -> None:
    _mark, kept = current(DAY)
    fresh = ledger_view(as_of=DAY)
    assert kept.facts == fresh.facts
    assert kept.left == fresh.left
    assert kept.same_as == fresh.same_as


def test_an_answer_by_hand_is_there_at_once() -> None:
    bring({(WANG, "person.sex"): "女", (LI, "person.sex"): "男"})
    _same()
    record([said(LI, "person.phone", "19900000000").fact])
    _same()
    record([said(LI, "person.phone", "19900000001").fact])
    _same()


def test_an_imported_file_is_there_at_once() -> None:
    bring({(WANG, "person.sex"): "女"})
    _same()
    bring({(WANG, "person.sex"): "男"}, minute=1)
    _same()


def test_what_people_decide_is_there_at_once() -> None:
    bring({(WANG, "person.sex"): "女", (LI, "person.sex"): "男"})
    signed = Signed("柳湾村", datetime(2026, 11, 25, 9, 0, tzinfo=UTC), "当面问过")
    _same()
    settle(WANG, "person.sex", "男", signed)
    _same()
    undo(signed)
    _same()
    withdraw(LI, signed)
    _same()
