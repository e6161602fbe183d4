"""Whoever is told of, also in the row of a shop, sees to whom it went; a file taken away is a look; the preview covers cards."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import save_harvest
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import SeenRow, TrailRow
from qingzhuang.store.rights.looks import reported
from qingzhuang.store.tasks.handing import hand_over, make
from tests.web.conftest import People
from tests.web.desk.village import COLUMNS, QIU, TIAN, known, sent, task_of

As = Callable[[Seat | None], Client]
CARD, PAPER, BOOK = "9901010012345678901", f"{TIAN.key}43", "88990077"
SHOP = Subject(SubjectKind.ORGANISATION, "禾苗小卖部", "禾苗小卖部")
SHOP_COLUMNS = ("序号", "单位名称", "经营者姓名", "经营者身份证号", "经营者电话")


def _shop(village: str) -> None:
    said = {
        "organisation.name": SHOP.name,
        "place.village": village,
        "经营者@person.name": QIU.name,
        "经营者@person.id_no": QIU.key,
        "经营者@person.phone": "13900000077",
    }
    drafts = tuple(Draft(SHOP, element, value, "Sheet1!B2") for element, value in said.items())
    found = Harvest("九小场所", None, clock.today() - timedelta(days=3), drafts, rows=1)
    save_harvest(found, "九小场所.xlsx", recorder="村里录入", at=clock.now())


def _rights(client: Client, who: Subject) -> str:
    return client.get(f"/ledger/{numbers({who})[who]}/rights").content.decode()


@pytest.mark.parametrize("columns", [SHOP_COLUMNS, (*SHOP_COLUMNS[:3], SHOP_COLUMNS[4])])
def test_the_keeper_of_a_shop_sees_that_the_shops_row_told_of_him(
    people: People, as_: As, columns: tuple[str, ...]
) -> None:
    known(people.post.unit.name, TIAN, QIU)
    _shop(people.post.unit.name)
    hand_over(task_of(people, sent(people, "九小场所台账", columns)), clock.now())
    (went,) = reported(QIU)
    assert "person.phone" in went.elements
    assert ("person.id_no" in went.elements) is (len(columns) == 5)
    assert "九小场所台账" in _rights(as_(people.post), QIU)
    assert not reported(TIAN)


def test_each_file_taken_is_a_look_once_a_day(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    assert client.get(f"/desk/{task.number}/sheet").status_code == 200
    assert "还没有人看全号码" in _rights(client, TIAN), "the preview is covered"
    for _again in range(2):
        assert client.get(f"/desk/{task.number}/file").status_code == 200
    assert _rights(client, TIAN).count("取走了资料") == 1
    assert "核对名册" in _rights(client, TIAN)
    assert SeenRow.objects.count() == 2
    assert TrailRow.objects.filter(act="fetched").count() == 2
    known(people.post.unit.name, TIAN, file="电话.xlsx", person__phone="13900000042")
    client.get(f"/desk/{task.number}/file")
    assert SeenRow.objects.count() == 4, "another file"


def test_the_issuers_taking_it_is_a_look_of_the_issuers(people: People, task: Task, as_: As) -> None:
    handed = hand_over(task, clock.now())
    issuer = as_(people.issuer)
    issuer.get(f"/gate/{handed.demand.number}/paper/{task.number}")
    issuer.get(f"/gate/{handed.demand.number}/papers.zip")
    page = _rights(as_(people.post), TIAN)
    assert "周远舟" in page
    assert SeenRow.objects.count() >= 2


def test_cards_are_covered_in_the_preview_as_in_the_ledger(people: People, as_: As) -> None:
    known(
        people.post.unit.name,
        TIAN,
        person__phone="0874-8123456",
        bank__account=CARD,
        disability__cert_no=PAPER,
        bank__passbook_no=BOOK,
    )
    columns = (*COLUMNS[:4], "银行账号", "残疾证号", "存折号")
    task = task_of(people, sent(people, "党员花名册", columns))
    page = as_(people.post).get(f"/desk/{task.number}/sheet").content.decode()
    written = [str(each.value) for plan in make(task, clock.today()).plan.plans for each in plan.cells]
    assert {CARD, PAPER, "0874-8123456"} <= set(written)
    for whole in (CARD, PAPER, BOOK, TIAN.key, "0874-8123456"):
        assert whole not in page
    assert "*" * 15 + CARD[-4:] in page
