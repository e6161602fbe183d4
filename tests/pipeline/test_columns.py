"""An issuer learns which columns are known already, from where, and which nobody can answer."""

from datetime import date

import pytest

from qingzhuang.intake.read import read_form
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.gate import Column, Standing
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.columns import Columns, asks_of, columns_of
from qingzhuang.pipeline.elsewhere import Other, elsewhere
from tests.answer.known import ledger, person, said
from tests.pipeline.drafts import sheet

PEOPLE = [person(date(1950 + each, 3, 4), each, f"编名{each}") for each in range(1, 11)]
VIEW = ledger(
    {
        who: {
            "person.name": who.name,
            "person.id_no": who.key,
            "relief.is_low_income": "是",
            "place.village": "东庄村",
        }
        for who in PEOPLE
    },
    *[said(who, "person.phone", f"1390000000{at}", by="走访表.xlsx") for at, who in enumerate(PEOPLE[:4])],
)
LABELS = ["序号", "姓名", "身份证号", "年龄", "联系电话", "养了几只羊", "冬季取暖方式", "备注"]
TITLE = "低保对象花名册"


def columns(title: str = TITLE, posts: int = 2, others: tuple[Other, ...] = ()) -> Columns:
    return columns_of(read_form("表.xlsx", sheet(title, LABELS)), Desk(VIEW), posts, elsewhere(others))


def named(found: Columns) -> dict[str, Column]:
    return {each.key: each for each in found.columns}


def test_what_the_ledger_holds_is_known_and_says_where_from() -> None:
    name = named(columns())["姓名"]
    assert name.standing is Standing.KNOWN
    assert (name.source, name.since, name.open) == ("台账", date(2026, 1, 1), 0)
    assert name.names


def test_what_follows_from_a_known_thing_need_not_be_asked() -> None:
    age = named(columns())["年龄"]
    assert age.standing is Standing.DERIVED
    assert "号码推算" in age.source


def test_what_is_known_of_a_few_is_asked_only_for_the_rest() -> None:
    phone = named(columns())["联系电话"]
    assert phone.standing is Standing.PARTLY
    assert (phone.cells, phone.open, phone.source) == (5, 3, "走访表")


def test_what_nobody_understands_is_asked_and_said_so() -> None:
    assert named(columns())["养了几只羊"].standing.asks


def test_row_numbers_and_remarks_ask_nothing() -> None:
    found = named(columns())
    assert found["序号"].standing is found["备注"].standing is Standing.SILENT


def test_rows_are_shared_out_among_the_posts() -> None:
    found = columns()
    assert (found.records, found.told) == (5, True)


def test_a_title_that_nobody_understands_tells_no_number_of_rows() -> None:
    found = columns("沿河人家摸排表")
    assert not found.told
    assert named(found)["养了几只羊"].standing.asks


def _other(title: str) -> Other:
    form = read_form("别的表.xlsx", sheet(title, ["姓名", "冬季取暖方式"]))
    return Other(frozenset(asks_of(form).values()), f"《{title}》")


def test_what_another_demand_asks_of_the_same_people_comes_from_there() -> None:
    found = named(columns(others=(_other("低保对象取暖情况表"),)))["冬季取暖方式"]
    assert found.standing is Standing.REPEATED
    assert found.source == "《低保对象取暖情况表》"


def test_the_same_asked_of_other_people_does_not_count() -> None:
    assert named(columns(others=(_other("党员取暖情况表"),)))["冬季取暖方式"].standing.asks


SHOPS = [
    Subject(SubjectKind.ORGANISATION, f"92990101MA90{each:05}X", f"编名{each}小店") for each in range(1, 6)
]
STREET = ledger(
    {
        who: {
            "organisation.name": who.name,
            "organisation.addr": f"东庄村{who.key[-3:-1]}号",
            "fire.passage": "畅通",
        }
        for who in SHOPS
    }
)
VISIT = ["检查日期", "场所名称", "地址", "疏散通道是否畅通", "检查人", "问题"]


def test_a_form_about_visits_need_not_ask_what_is_known_of_the_visited() -> None:
    found = named(columns_of(read_form("表.xlsx", sheet("商铺消防安全检查记录表", VISIT)), Desk(STREET), 2))
    assert found["地址"].standing is Standing.KNOWN


def test_what_a_visit_finds_and_whom_it_visits_is_asked_every_time() -> None:
    found = named(columns_of(read_form("表.xlsx", sheet("商铺消防安全检查记录表", VISIT)), Desk(STREET), 2))
    for label in ("场所名称", "疏散通道是否畅通", "检查日期", "检查人", "问题"):
        assert found[label].standing.asks, label


@pytest.mark.parametrize("keeper", ["责任人", "看护人", "帮扶责任人"])
def test_the_telephone_of_whoever_looks_after_people_is_not_known_by_that_of_the_people(keeper: str) -> None:
    labels = ["序号", "姓名", "身份证号", "联系电话", keeper, "联系方式"]
    found = named(columns_of(read_form("表.xlsx", sheet(TITLE, labels)), Desk(VIEW), 2))
    assert found["联系电话"].standing is Standing.PARTLY
    assert found["联系方式"].standing is Standing.ASKED
