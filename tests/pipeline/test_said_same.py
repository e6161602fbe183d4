"""What people called the same fills both columns; what one form asks side by side stays two."""

from datetime import UTC, datetime

from qingzhuang.answer.plan_cell import Reading
from qingzhuang.match.grouping.rulings import NONE, Rulings, rulings
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.model.verdict import ItemContext
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.pipeline.said_same import ties_of
from tests.answer.known import ledger
from tests.pipeline.test_answering import LI

ONE, OTHER = "夜间看护安排", "夜间看护工作安排"
AT = datetime(2026, 11, 2, tzinfo=UTC)
FACTS: dict[str, Scalar] = {
    "person.name": "李甲",
    "person.id_no": LI.key,
    "relief.is_low_income": "是",
    f"~{ONE}": "邻居照看",
}


class _Named(Rulings):
    """Rulings that call just these elements the same."""

    named: tuple[str, str]

    def __init__(self, pair: tuple[str, str]) -> None:
        super().__init__()
        object.__setattr__(self, "named", pair)

    @property
    def alike(self) -> tuple[tuple[str, str], ...]:
        return (self.named,)


def asking(*labels: str) -> Form:
    items = tuple(
        Item((label,), Place("表", 2, at)) for at, label in enumerate(("姓名", "身份证号", *labels), 1)
    )
    table = Table("表", TableKind.LIST, columns=items, header_rows=(2, 2), data_start_row=3)
    return Form("低保对象花名册.xlsx", FileKind.XLSX, "低保对象花名册", (table,), row_entity="人")


def called(reply: Reply) -> Rulings:
    a, b = ItemContext(ONE, "困难群众花名册", "人"), ItemContext(OTHER, "高龄老人台账", "人")
    return rulings([Said(a, b, reply, by, by, AT) for by in "甲乙"])


def filled(said: Rulings, *labels: str) -> dict[str, Scalar]:
    (made,) = Desk(ledger({LI: FACTS}), said=said).plans(asking(*labels), Wishes())
    return {cell.item.label: cell.value for cell in made.cells}


def test_one_column_is_filled_from_what_is_known_under_the_other() -> None:
    assert filled(NONE, OTHER)[OTHER] is None
    assert filled(called(Reply.SAME), OTHER)[OTHER] == "邻居照看"


def test_wider_different_and_unknown_fill_nothing() -> None:
    for reply in (Reply.HOLDS, Reply.HELD, Reply.DIFFERENT, Reply.UNKNOWN):
        assert filled(called(reply), OTHER)[OTHER] is None


def test_another_time_and_another_person_are_never_filled_from() -> None:
    keys = (("~送餐{2026}", "~送餐"), ("监护人@~送餐", "~送餐"), ("person.age", "~送餐"))
    for pair in keys:
        assert ties_of(_Named(pair), Reading()) == ()
    assert ties_of(_Named(("~送餐打算", "~送餐")), Reading()) == (("~送餐打算", "~送餐"),)


def test_a_form_that_asks_both_means_two_things() -> None:
    found = filled(called(Reply.SAME), ONE, OTHER)
    assert (found[ONE], found[OTHER]) == ("邻居照看", None)


def chained(*more: Said) -> Rulings:
    """Two words that lead from one item to the other by a third."""
    hub = ItemContext("看护安排", "独居老人台账", "人")
    a, b = ItemContext(ONE, "困难群众花名册", "人"), ItemContext(OTHER, "高龄老人台账", "人")
    said = [Said(side, hub, Reply.SAME, by, by, AT) for side in (a, b) for by in "甲乙"]
    return rulings([*said, *more])


def test_a_form_that_asks_both_ends_of_a_chain_means_two_things_as_well() -> None:
    assert filled(chained(), OTHER)[OTHER] == "邻居照看"
    found = filled(chained(), ONE, OTHER)
    assert (found[ONE], found[OTHER]) == ("邻居照看", None)


def test_a_chain_of_which_somebody_says_that_its_ends_differ_fills_nothing() -> None:
    a, b = ItemContext(ONE, "困难群众花名册", "人"), ItemContext(OTHER, "高龄老人台账", "人")
    differ = [Said(a, b, Reply.DIFFERENT, by, by, AT) for by in "甲乙"]
    assert filled(chained(*differ), OTHER)[OTHER] is None
