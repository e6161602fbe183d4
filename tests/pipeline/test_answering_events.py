"""Records of events list what the ledger's records of the same matter hold, whatever sort a form calls them."""

import pytest

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.intake.context import row_entity_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import ledger, said


def _form(title: str, *labels: str) -> Form:
    columns = tuple(Item((label,), Place("表", 3, number)) for number, label in enumerate(labels, 1))
    table = Table("表", TableKind.LIST, title=title, columns=columns, data_start_row=4, header_rows=(3, 3))
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,))


def _view() -> LedgerView:
    """Two patrols of waters and one event whose contents mention much."""
    patrols = {"2026-03-01": "南山水库", "2026-03-02": "西沟"}
    rows = [
        said(
            Subject(SubjectKind.EVENT, f"检查;日={day};对象={water}", day),
            "river.name",
            water,
            by="巡查|巡查记录",
        )
        for day, water in patrols.items()
    ]
    event = Subject(SubjectKind.EVENT, "事件;日=2026-04-01;对象=", "2026-04-01")
    told = (
        ("activity.topic", "防汛演练"),
        ("activity.content", "会上讲了水库巡查、森林防火和反诈宣传等各项工作的安排。"),
    )
    return ledger({}, *rows, *(said(event, key, value, by="活动|活动记录") for key, value in told))


@pytest.mark.parametrize(
    ("title", "labels", "listed"),
    [
        ("巡查记录", ("巡查日期", "水域名称"), 2),
        ("村级水库日常巡查登记本", ("巡查时间", "水库名称"), 1),
        ("防汛演练活动台账", ("活动时间", "活动地点"), 1),
        ("森林防火巡查记录", ("巡查时间", "巡查地点"), 0),
        ("反诈宣传活动记录", ("活动日期", "地点"), 0),
    ],
)
def test_a_record_lists_events_of_its_matter(title: str, labels: tuple[str, ...], listed: int) -> None:
    form = _form(title, *labels)
    asked = Form(form.file, form.kind, form.title, form.tables, row_entity=row_entity_of(form))
    (plan,) = plans(asked, _view(), Wishes())
    assert len(plan.answers.rows) == listed
    assert "QZ-F108" in [problem.code for problem in plan.problems]


@pytest.mark.parametrize(
    ("title", "labels", "entity"),
    [
        ("重点人员谈话台账", ("谈话时间", "谈话对象", "谈话人"), "检查"),
        ("两委干部值班台账", ("值班日期", "值班人员"), "检查"),
        ("住户自建房排查台账", ("户主姓名", "房屋结构"), "户"),
        ("住户自建房排查台账", ("排查日期", "户主姓名", "存在隐患"), "检查"),
    ],
)
def test_the_columns_tell_a_register_from_a_record_of_acts(
    title: str, labels: tuple[str, ...], entity: str
) -> None:
    assert row_entity_of(_form(title, *labels)) == entity
