"""Two people may look at one village at the same moment: neither sees a blank because the other was just looking."""

from collections.abc import Sequence
from datetime import date
from threading import Event, Thread
from unittest.mock import patch

from qingzhuang.answer import plan_resolve
from qingzhuang.answer.derive import derive
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Desk
from tests.answer.known import ledger, person

WHO = person(date(1950, 1, 2), 4, "白甲")
WAITS = 0.2


def test_two_at_once_find_what_one_finds() -> None:
    desk = Desk(ledger({WHO: {"person.id_no": WHO.key}}))
    begun, go = Event(), Event()
    found: list[Scalar] = []

    def slowly(formula: str, values: Sequence[Scalar], day: date) -> Scalar:
        begun.set()
        go.wait(WAITS)
        return derive(formula, values, day)

    def look() -> None:
        found.append(desk.value(WHO, "person.birth"))

    with patch.object(plan_resolve, "derive", slowly):
        first = Thread(target=look)
        first.start()
        assert begun.wait(5)
        look()
        go.set()
        first.join()
    assert found == [date(1950, 1, 2), date(1950, 1, 2)]
