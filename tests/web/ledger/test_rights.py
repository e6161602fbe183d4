"""The person concerned may know, take away, correct and have deleted; nobody else's seat gets in between."""

import io
import json
from collections.abc import Callable
from datetime import timedelta

import docx
import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import DemandRow, SubjectRow
from qingzhuang.store.organisation.units import give_seat, open_account, units
from qingzhuang.store.tasks.demands import end
from qingzhuang.store.tasks.handing import hand_over
from qingzhuang.store.trail import verify
from tests.web.conftest import SINCE, People
from tests.web.desk.village import QIU, TIAN, known, sent, task_of

As = Callable[[Seat | None], Client]


@pytest.fixture
def handed(people: People) -> Task:
    """A roll with two people that was handed over."""
    known(people.post.unit.name, TIAN, QIU, person__phone="13900000042")
    return hand_over(task_of(people, sent(people)), clock.now())


@pytest.fixture
def clerk(people: People) -> Seat:
    town = next(each for each in units(kinds=(UnitKind.TOWNSHIP,)) if each.name == "青禾镇")
    return give_seat(open_account("clerk", "编名镇里", None), town, Role.POST, SINCE)


def _at(more: str) -> str:
    return f"/ledger/{numbers({TIAN})[TIAN]}/{more}"


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_look_and_every_list_taken_away_stands_on_the_persons_page(
    people: People, handed: Task, as_: As
) -> None:
    client = as_(people.post)
    assert "还没有人看全号码" in _page(client, _at("rights"))
    client.post(_at("whole"), {"why": "reach", "words": f"办证{TIAN.key}"})
    client.post("/ledger/list?k=person", {"why": "form", "kind": "csv"})
    page = _page(client, _at("rights"))
    assert "看全了号码" in page
    assert "取走了资料" in page
    assert "要联系本人" in page
    assert "何小满" in page
    assert TIAN.key not in page


def test_to_whom_it_went_is_told_with_day_and_purpose(people: People, handed: Task, as_: As) -> None:
    page = _page(as_(people.post), _at("rights"))
    assert "县民政局" in page
    assert "联系电话" in page
    assert "核对名册" in page


def test_a_person_takes_all_of_it_away_in_three_ways(people: People, handed: Task, as_: As) -> None:
    client = as_(people.post)
    printed = client.post(_at("export"), {"kind": "page"}).content.decode()
    letter = client.post(_at("export"), {"kind": "docx"}).getvalue()
    data = client.post(_at("export"), {"kind": "json"}).getvalue()
    words = "\n".join(each.text for each in docx.Document(io.BytesIO(letter)).paragraphs)
    for said in (printed, words, data.decode()):
        assert TIAN.key in said
        assert "13900000042" in said
        assert "柳湾村党员名册.xlsx" in said
        assert "县民政局" in said
        assert QIU.name not in said
    assert {each["name"] for each in json.loads(data)["items"]} >= {"姓名", "联系电话"}
    assert "本人要求查阅、复制" in _page(client, _at("rights"))


def test_a_correction_is_told_to_the_office_that_holds_the_old_value(
    people: People, handed: Task, as_: As
) -> None:
    said = {"why": "wrong", "right": "13900000043"}
    assert as_(people.post).post(_at("wrong?item=person.phone"), said).status_code == 302
    page = _page(as_(people.issuer), f"/gate/{handed.demand.number}/follow")
    assert "柳湾村更正了田一禾的“联系电话”" in page
    assert "13900000043" not in page
    assert as_(people.other_issuer).get(f"/gate/{handed.demand.number}/follow").status_code == 404


def test_two_people_delete_at_a_persons_wish(people: People, handed: Task, clerk: Seat, as_: As) -> None:
    post, address, which = as_(people.post), _at("erase"), f"{numbers({TIAN})[TIAN]}"
    assert post.post(address, {"ground": "whim"}).status_code == 422
    assert post.post(address, {"ground": "wished"}).status_code == 302
    assert post.post(address, {"ground": "wished"}).status_code == 409
    assert "同意，全部删掉" not in _page(post, _at("rights"))
    assert post.post(f"{address}/settle", {"agree": "1"}).status_code == 409
    assert "同意，全部删掉" in _page(as_(clerk), _at("rights"))
    assert "等第二个人点头" in _page(as_(clerk), "/ledger/")
    assert "等第二个人点头" not in _page(as_(people.colleague), "/ledger/")
    answer = as_(clerk).post(f"{address}/settle", {"agree": "1"})
    assert answer["Location"].startswith("/erased/")
    record = _page(as_(clerk), answer["Location"])
    assert "本人要求删除" in record
    assert "何小满" in record
    assert "编名镇里" in record
    assert TIAN.name not in record
    assert not SubjectRow.objects.filter(key=TIAN.key).exists()
    assert as_(people.post).get(f"/ledger/{which}/").status_code == 404
    assert TIAN.name not in _page(post, "/ledger/?k=person")
    assert verify().broken is None
    for seat in (people.colleague, people.outsider, people.other_issuer):
        assert as_(seat).get(answer["Location"]).status_code == 403


def test_a_wish_can_be_taken_back(people: People, handed: Task, as_: As) -> None:
    client = as_(people.post)
    client.post(_at("erase"), {"ground": "wished"})
    assert client.post(_at("erase/settle"), {"agree": "0"}).status_code == 302
    assert SubjectRow.objects.filter(key=TIAN.key).exists()
    assert client.post(_at("erase/settle"), {"agree": "1"}).status_code == 409


@pytest.mark.parametrize("more", ["rights", "export", "erase", "erase/settle"])
def test_no_other_village_gets_at_a_persons_rights(more: str, people: People, handed: Task, as_: As) -> None:
    for seat in (people.colleague, people.outsider):
        client = as_(seat)
        said = {"ground": "wished", "agree": "1", "kind": "json"}
        answer = client.get(_at(more)) if more == "rights" else client.post(_at(more), said)
        assert answer.status_code == 403
        assert TIAN.name not in answer.content.decode()


def test_what_came_in_is_listed_when_due_and_deleted_by_two(people: People, handed: Task, as_: As) -> None:
    issuer, overseer, number = as_(people.issuer), as_(people.overseer), handed.demand.number
    assert "没有该删的" in _page(issuer, "/gate/due")
    assert issuer.post(f"/gate/due/{number}").status_code == 404
    end(number, clock.now(), "核对了名册")
    DemandRow.objects.update(ended_at=clock.now() - timedelta(days=100))
    assert "1 件的资料该删了" in _page(issuer, "/gate/due")
    assert "没有该删的" in _page(as_(people.other_issuer), "/gate/due")
    assert as_(people.other_issuer).post(f"/gate/due/{number}").status_code == 404
    assert issuer.post(f"/gate/due/{number}").status_code == 302
    assert issuer.post(f"/gate/due/{number}", {"agree": "1"}).status_code == 409
    answer = overseer.post(f"/gate/due/{number}", {"agree": "1"})
    assert answer["Location"].startswith("/erased/")
    assert "交上来的成表 1 份" in _page(issuer, answer["Location"])
    assert "删除记录第" in _page(issuer, "/gate/due")
    assert issuer.get(f"/gate/{number}/paper/{handed.number}").status_code == 404
    assert issuer.get(f"/gate/{number}/follow").status_code == 200
    assert "成表已按期删除" in _page(as_(people.post), f"/desk/{handed.number}/receipt")


def test_the_page_asks_the_database_the_same_few_things(
    people: People, handed: Task, as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.post)
    client.post(_at("whole"), {"why": "reach"})
    address = _at("rights")
    for _round in range(2):
        with django_assert_num_queries(RIGHTS + (connection.vendor == "postgresql")):
            client.get(address)
        for _each in range(3):
            client.post(_at("whole"), {"why": "reach"})


RIGHTS = 19
