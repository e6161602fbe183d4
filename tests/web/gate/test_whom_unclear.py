"""Where nobody can tell whom a draft lists, the gate says that it cannot tell who has it, and asks; never that nobody has it."""

from qingzhuang.intake.read import read_form
from qingzhuang.match.wording.element import element
from qingzhuang.model.gate import Column, Screening, Standing
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.columns import columns_of as try_columns
from qingzhuang.web.gate.columns import columns_of
from tests.answer.known import ledger
from tests.pipeline.drafts import sheet

ASKED = (
    Column("姓名", "", "A!A2", Standing.ASKED, 3, 3),
    Column("身份证号", "", "A!B2", Standing.ASKED, 3, 3),
)


def shown(*codes: str) -> list[tuple[str, str]]:
    problems = tuple(Problem(code, "表.xlsx", "…", "…", Severity.DOUBT) for code in codes)
    found = columns_of(Screening("表.xlsx", "名册", columns=ASKED, problems=problems))
    assert found is not None
    return [(row.held, row.way) for row in found.rows]


def test_names_are_not_called_unknown_where_nobody_knows_whose() -> None:
    assert shown() == [("没有", "问 1 次")] * 2
    for code in ("QZ-F116", "QZ-W190"):
        assert shown(code) == [("说不准", "列的是谁，写清了再看")] * 2


def test_a_form_whose_rows_nobody_understands_asks_who_is_listed() -> None:
    form = read_form("表.xlsx", sheet("霞浦雅集一览", ["编号", "品类", "颜色", "成色"]))
    found = try_columns(form, Desk(ledger({})), 2)
    assert found.unclear is not None
    assert found.unclear.code == "QZ-W190"
    assert "列的是谁" in found.unclear.cure


def test_no_office_is_asked_who_fills_or_checks() -> None:
    assert element("person.name").holder == "公安"
    assert element("监护人@person.id_no").holder == "公安"
    for key in (
        "经办人@person.name",
        "检查人@person.name",
        "帮扶人@person.phone",
        "被检查单位负责人@person.name",
    ):
        assert element(key).holder is None, key
