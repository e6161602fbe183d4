"""A form of one sheet a person is filled for those whom the post names, from its own village only."""

import hashlib
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store.blobs import fetch
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.test_answer import page_of, row, send
from tests.web.desk.village import QIU, SHI, TIAN, card, known, opened, sent, task_of

As = Callable[[Seat | None], Client]


@pytest.fixture
def one_each(people: People) -> Task:
    """A card on the desk."""
    known("柳湾村", TIAN, QIU)
    known("石桥村", SHI)
    return task_of(people, sent(people, "困难党员情况登记表", content=card()))


def now(task: Task) -> Task:
    found = task_numbered(task.number)
    assert found is not None
    return found


def name_them(client: Client, task: Task, *people: object) -> None:
    for each in people:
        client.post(f"/desk/{task.number}/about", {"add": numbers([each])[each]})  # type: ignore[list-item, index]


def test_before_somebody_is_named_the_page_asks_whom_and_hands_nothing_over(
    people: People, one_each: Task, as_: As
) -> None:
    client = as_(people.post)
    page = page_of(client, one_each)
    assert "先选填谁" in page
    assert "都齐了" not in page
    assert client.post(f"/desk/{one_each.number}/hand").status_code == 409


def test_people_are_found_by_name_or_the_end_of_a_number_and_only_in_the_village(
    people: People, one_each: Task, as_: As
) -> None:
    client = as_(people.post)
    assert "田一禾（尾号" in page_of(client, one_each, "?who=田")
    assert "邱二水（尾号" in page_of(client, one_each, f"?who={QIU.key[-4:]}")
    assert "没有找到“石三”" in page_of(client, one_each, "?who=石三")
    assert TIAN.key not in page_of(client, one_each, "?who=田")
    for hostile in ("%00", "%3Cscript%3E", "长" * 3000):
        assert "<script>" not in page_of(client, one_each, f"?who={hostile}").replace("<script src", "")


def test_one_card_is_the_issuers_file_with_that_person(people: People, one_each: Task, as_: As) -> None:
    client = as_(people.post)
    name_them(client, one_each, TIAN)
    page = page_of(client, one_each)
    assert "田一禾" in page
    client.post(f"/desk/{one_each.number}/", send(row(page, "田一禾"), ""), follow=True)
    client.post(f"/desk/{one_each.number}/hand")
    sheet = opened(fetch(now(one_each).blob)).worksheets[0]
    assert (sheet["B2"].value, sheet["B3"].value) == ("田一禾", TIAN.key)
    assert "一字不差" in client.get(f"/desk/{one_each.number}/receipt?again=1").content.decode()


def test_several_cards_go_over_as_one_archive_that_can_be_made_again(
    people: People, one_each: Task, as_: As
) -> None:
    client = as_(people.post)
    name_them(client, one_each, TIAN, QIU)
    client.post(f"/desk/{one_each.number}/hand")
    done = now(one_each)
    archive = zipfile.ZipFile(io.BytesIO(fetch(done.blob)))
    assert archive.namelist() == ["困难党员情况登记表（田一禾）.xlsx", "困难党员情况登记表（邱二水）.xlsx"]
    assert hashlib.sha256(fetch(done.blob)).hexdigest() == done.blob
    assert "一字不差" in client.get(f"/desk/{one_each.number}/receipt?again=1").content.decode()
    assert re.search(r"is-new[^>]*>邱二水", client.get(f"/desk/{one_each.number}/sheet").content.decode())


def test_who_is_dropped_is_not_filled(people: People, one_each: Task, as_: As) -> None:
    client = as_(people.post)
    name_them(client, one_each, TIAN, QIU)
    client.post(f"/desk/{one_each.number}/about", {"drop": numbers([TIAN])[TIAN]})
    assert [each["who"] for each in page_of_rows(client, one_each)] == ["邱二水"] * len(
        page_of_rows(client, one_each)
    )


def page_of_rows(client: Client, task: Task) -> list[dict[str, str]]:
    from tests.web.desk.test_answer import fields

    return fields(page_of(client, task))


def test_nobody_of_another_village_can_be_named_and_nobody_else_can_name(
    people: People, one_each: Task, as_: As
) -> None:
    name_them(as_(people.post), one_each, SHI)
    for wanted in ("0", "-1", "x", "9" * 30, str(numbers([TIAN])[TIAN]) + "\0"):
        as_(people.post).post(f"/desk/{one_each.number}/about", {"add": wanted})
    assert now(one_each).about == ()
    for seat in (people.colleague, people.outsider, people.issuer, people.overseer):
        answer = as_(seat).post(f"/desk/{one_each.number}/about", {"add": numbers([TIAN])[TIAN]})
        assert answer.status_code == 403
    assert now(one_each).said is Answer.OPEN
