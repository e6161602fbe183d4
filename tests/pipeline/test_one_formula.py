"""One form costs the same wherever it is told, as long as the same is counted: at the gate, on the desk, on the scales."""

from datetime import date

from qingzhuang.account.rates import rates_on
from qingzhuang.intake.read import read_form
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form
from qingzhuang.model.gate import Column, Screening, Standing
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.costing import cost
from qingzhuang.pipeline.demands import Told
from qingzhuang.pipeline.tasks import plan_task
from qingzhuang.pipeline.weighing import Pile, weigh
from tests.answer.known import ledger, person
from tests.pipeline.drafts import sheet

DAY = date(2026, 11, 1)
FILE, ROWS = "党员名册.xlsx", 6
LABELS = ["序号", "姓名", "联系电话", "年龄", "负责人签字", "备注"]
SILENT = ("序号", "负责人签字", "备注")


def on_the_desk(form: Form) -> str:
    people = [person(date(1980, 3, day), day, f"王{day}") for day in range(1, ROWS + 1)]
    known = ledger({who: {"person.name": who.name, "party.is_member": "是"} for who in people})
    demand = Demand(form, Issuer(""), Post("村"), 1.0)
    return plan_task(form, "", demand, Desk(known), rates_on(DAY)).before.formula


def on_the_scales(form: Form) -> str:
    pile = Pile()
    pile.forms.append(form)
    pile.paths.append(FILE)
    told = Told({FILE: {"times_per_year": 1, "records": ROWS}})
    return weigh("", pile, DAY, told, {}).tally.demands[0].before.formula


def at_the_gate() -> str:
    standing = {label: Standing.SILENT if label in SILENT else Standing.ASKED for label in LABELS}
    columns = tuple(Column(each, "", "", standing[each], cells=ROWS, open=ROWS) for each in LABELS)
    return cost(Screening(FILE, "党员名册", columns=columns), 1, 1, DAY).before.formula


def test_the_same_rows_of_one_form_cost_the_same_in_all_three() -> None:
    form = read_form(FILE, sheet("党员名册", LABELS, "说明：如实填写。"))
    assert on_the_desk(form) == on_the_scales(form) == at_the_gate()
    assert "3 栏" in at_the_gate()
