"""What an issuer said of two columns that seem to ask one thing is followed: one answer for both, or each its own."""

from datetime import UTC, datetime

import pytest

from qingzhuang.match.grouping.repeats import repeats
from qingzhuang.match.grouping.rulings import NONE, Rulings, rulings
from qingzhuang.model.form import Form
from qingzhuang.model.gate import Standing
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.pipeline.columns import columns_of
from tests.answer.known import ledger
from tests.pipeline.test_answering import LI
from tests.pipeline.test_said_same import asking

AT = datetime(2026, 11, 2, tzinfo=UTC)
ONE, OTHER = "手机号码", "移动电话"
FACTS: dict[str, Scalar] = {
    "person.name": "李甲",
    "person.id_no": LI.key,
    "relief.is_low_income": "是",
    "person.mobile": "13900000000",
}


def word(form: Form, reply: Reply) -> Rulings:
    (found,) = repeats(form)
    return rulings([Said(found.one, found.other, reply, "编名甲（县民政局）", "甲", AT)])


def filled(said: Rulings, *labels: str) -> tuple[dict[str, Scalar], list[str]]:
    (made,) = Desk(ledger({LI: FACTS}), said=said).plans(asking(*labels), Wishes())
    codes = [each.code for each in made.problems if each.code.startswith("QZ-W17")]
    return {cell.item.label: cell.value for cell in made.cells}, codes


def test_until_somebody_says_both_are_filled_and_it_is_told() -> None:
    found, codes = filled(NONE, ONE, OTHER)
    assert found[ONE] == found[OTHER] == "13900000000"
    assert codes == ["QZ-W170"]


def test_what_is_one_is_filled_twice_from_one_answer() -> None:
    form = asking(ONE, OTHER)
    found, codes = filled(word(form, Reply.REPEATED), ONE, OTHER)
    assert found[ONE] == found[OTHER] == "13900000000"
    assert codes == ["QZ-W171"]


def test_what_is_two_is_never_filled_from_one_another() -> None:
    """Neither is called as the ledger calls its own fact, so that nobody knows which one it is: both stay open."""
    form = asking(ONE, OTHER)
    found, codes = filled(word(form, Reply.APART), ONE, OTHER)
    assert (found[ONE], found[OTHER]) == (None, None)
    assert codes == ["QZ-W172"]
    assert filled(word(form, Reply.APART), ONE)[0][ONE] == "13900000000", "alone it is what it was"


@pytest.mark.parametrize(("reply", "asked"), [(None, 2), (Reply.REPEATED, 1), (Reply.APART, 2)])
def test_the_shorter_form_asks_once_what_is_one(reply: Reply | None, asked: int) -> None:
    form = asking("一卡通卡号", "社保卡卡号") if not repeats(asking(ONE, OTHER)) else asking(ONE, OTHER)
    said = NONE if reply is None else word(form, reply)
    facts = {key: value for key, value in FACTS.items() if key != "person.mobile"}
    columns = columns_of(form, Desk(ledger({LI: facts}), said=said), 1).columns
    assert sum(each.standing.asks for each in columns) == asked
    if reply is Reply.REPEATED:
        (same,) = [each for each in columns if each.standing is Standing.DERIVED]
        assert "和“手机号码”是同一项" in same.source
