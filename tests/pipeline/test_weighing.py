"""A pile of forms on the scales: what is asked twice, what follows, what only looks alike."""

from datetime import date

import pytest

from qingzhuang.account.load import ItemClass
from qingzhuang.account.propose.proposal import Kind
from qingzhuang.account.weighing import Weighing
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.demands import NOTHING_TOLD, Told, demand, parse_demands, usual_times
from qingzhuang.pipeline.weighing import Pile, weigh

DAY = date(2026, 11, 24)
TOLD = parse_demands(
    """
demands:
  - {file: 民政局/低保.xlsx, issuer: 县民政局, posts: 8, times_per_year: 12, records: 30, signed: true}
"""
)


def form(title: str, *labels: str, row: str = "人") -> Form:
    types = {"序号": ItemType.ROW_NUMBER}
    columns = tuple(
        Item((label,), Place("Sheet1", 2, at), type=types.get(label, ItemType.TEXT))
        for at, label in enumerate(labels, 1)
    )
    table = Table("Sheet1", TableKind.LIST, title, header_rows=(2, 2), columns=columns, data_start_row=3)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,), row_entity=row)


def weighed(*forms: Form, told: Told = NOTHING_TOLD, known: dict[str, int] | None = None) -> Weighing:
    pile = Pile(forms=list(forms), paths=[each.file for each in forms])
    return weigh("青禾镇", pile, DAY, told, known)


def kinds(weighing: Weighing) -> list[list[str]]:
    return [[each.kind.value for each in one.load.items] for one in weighing.tally.demands]


TWO = (
    form("低保对象花名册", "序号", "姓名", "身份证号", "年龄", "备注"),
    form("残疾人花名册", "姓名", "公民身份号码", "残疾类别"),
)


def test_each_item_gets_one_class() -> None:
    assert kinds(weighed(*TWO)) == [
        ["nonfact", "asked", "asked", "derivable", "nonfact"],
        ["repeated", "repeated", "asked"],
    ]


def test_what_the_ledger_holds_for_enough_subjects_is_known() -> None:
    """20 rows a form are assumed, so 25 known names are enough and 3 phone numbers are not."""
    two = form("花名册", "姓名", "联系电话")
    assert kinds(weighed(two, known={"person.name": 25, "person.phone": 3})) == [["known", "asked"]]


def test_differently_named_columns_are_reported_as_one_item() -> None:
    repeats = {each.name: each.labels for each in weighed(*TWO).repeats}
    assert repeats["公民身份号码"] == ("身份证号", "公民身份号码")


def test_look_alikes_are_named_with_their_difference() -> None:
    weighing = weighed(form("村情统计表", "户籍人口", "常住人口", row="村"))
    assert [(each.a, each.b) for each in weighing.lookalikes] == [("户籍人口", "常住人口")]
    assert weighing.lookalikes[0].why


def test_age_beside_an_id_number_is_proposed_to_be_derived() -> None:
    assert Kind.DERIVE in [proposal.kind for proposal in weighed(*TWO).proposals]


def test_what_somebody_said_counts_and_the_rest_is_the_usual_case() -> None:
    said = demand(form("低保"), "民政局/低保.xlsx", TOLD)
    assert (said.issuer.name, said.post.count, said.times_per_year, said.records, said.signed) == (
        "县民政局",
        8,
        12,
        30,
        True,
    )
    usual = demand(form("就业月报"), "人社局/就业月报.xlsx", TOLD)
    assert (usual.issuer.name, usual.post.count, usual.times_per_year, usual.records) == ("人社局", 1, 12, 20)


def test_assumptions_are_said_when_nobody_told() -> None:
    assert "2 张表没有人写明" in weighed(*TWO).assumptions[0]


@pytest.mark.parametrize(
    ("title", "times"), [("生猪存栏周报", 52), ("第三季度统计表", 4), ("花名册", 1), ("年度总结表", 1)]
)
def test_a_title_tells_how_often_a_form_comes(title: str, times: float) -> None:
    assert usual_times(form(title)) == times


@pytest.mark.parametrize("text", ["demands: 3", "- a", "demands: [{issuer: x}]", "a: [b"])
def test_a_list_of_demands_that_cannot_be_read_is_a_coded_problem(text: str) -> None:
    with pytest.raises(ProblemError) as caught:
        parse_demands(text)
    assert caught.value.problem.code == "QZ-W001"


def test_an_empty_pile_weighs_nothing() -> None:
    weighing = weighed()
    assert weighing.tally.before.likely == 0
    assert weighing.tally.items(*ItemClass) == ()
