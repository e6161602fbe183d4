"""What people said of pairs is only added, has author and day, can be taken back, and is known at every moment."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from qingzhuang.model.problem import ProblemError
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.models import SaidRow
from qingzhuang.store.pairs.reviewing import Speaker, rulings_at, rulings_now, said_until, say, unsay
from tests.store.people import moment

ONE = ItemContext("夜间看护安排", "困难群众花名册", "人", codes=("有", "无"))
OTHER = ItemContext("夜间看护工作安排", "高龄老人台账", "人", issuer="县民政局")


def said(reply: Reply, by: str = "甲", minute: int = 0) -> Said:
    return Said(ONE, OTHER, reply, f"编名{by}", by, moment(minute))


def test_a_reply_comes_back_as_it_was_given() -> None:
    (number,) = say([said(Reply.HOLDS)])
    (found,) = said_until()
    assert (found.a, found.b, found.reply, found.who, found.by, found.at) == (
        ONE,
        OTHER,
        Reply.HOLDS,
        "编名甲",
        "甲",
        moment(),
    )
    assert found.number == number == mark().said


def test_the_database_refuses_to_change_what_was_said() -> None:
    say([said(Reply.SAME)])
    for change in (lambda: SaidRow.objects.update(reply="different"), lambda: SaidRow.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_what_is_taken_back_no_longer_counts_and_counted_before() -> None:
    first, second = say([said(Reply.SAME, by) for by in "甲乙"])
    unsay(second, Speaker("编名乙", "乙"), moment(5))
    assert [each.number for each in said_until()] == [first]
    assert len(said_until(moment(4))) == 2
    assert len(said_until(moment(0) - timedelta(seconds=1))) == 0
    assert rulings_at(moment(4)).alike
    for again in (second, 999):
        with pytest.raises(ProblemError) as error:
            unsay(again, Speaker("编名乙", "乙"), moment(6))
        assert error.value.problem.code == "QZ-M004"


def test_one_may_be_held_to_ones_own_words() -> None:
    (number,) = say([said(Reply.SAME)])
    with pytest.raises(ProblemError):
        unsay(number, Speaker("编名乙", "乙"), moment(5), own=True)
    assert unsay(None, Speaker("编名甲", "甲"), moment(5), own=True).number == number


def test_nobody_said_anything_costs_nothing() -> None:
    assert rulings_now().pairs == {}
