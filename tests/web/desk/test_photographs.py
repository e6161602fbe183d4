"""A photograph that a form wants is asked for, and that there is none is an answer; nothing is called complete over it."""

import io
from collections.abc import Callable

from django.test import Client

from qingzhuang.model.fact import Fact
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store.blobs import fetch
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.queries import history
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.test_answer import fields, page_of, send
from tests.web.desk.test_hand import values
from tests.web.desk.village import QIU, TIAN, card, known, opened, sent, task_of

As = Callable[[Seat | None], Client]
COLUMNS = ("序号", "姓名", "公民身份号码", "是否党员", "慰问现场照片", "签字")


def _task(people: People) -> Task:
    known(people.post.unit.name, TIAN, QIU)
    return task_of(people, sent(people, "党员慰问花名册", COLUMNS))


def test_a_column_of_photographs_is_asked_and_no_photograph_is_an_answer(people: People, as_: As) -> None:
    task, client = _task(people), as_(people.post)
    page = page_of(client, task)
    assert "慰问现场照片" in page
    assert "照片另附" in page
    assert "没有照片，因为……" in page
    first, second = fields(page)
    client.post(f"/desk/{task.number}/", send(first, "没有照片，因为人在外地"))
    client.post(f"/desk/{task.number}/", send(second, "", "=照片另附"))
    client.post(f"/desk/{task.number}/hand")
    done = task_numbered(task.number)
    assert done is not None
    assert done.cells == done.filled
    assert not done.reason
    assert {line[4] for line in values(fetch(done.blob))[2:]} == {"没有照片，因为人在外地", "照片另附"}


def test_a_form_whose_photographs_nobody_was_asked_about_is_not_called_complete(
    people: People, as_: As
) -> None:
    task, client = _task(people), as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    page = client.get(f"/desk/{task.number}/receipt").content.decode()
    assert "慰问现场照片：2 格" in page
    assert "2 格待核" in page


def test_what_was_said_of_a_photograph_is_not_said_of_the_next_form(people: People, as_: As) -> None:
    task, client = _task(people), as_(people.post)
    first, _second = fields(page_of(client, task))
    client.post(f"/desk/{task.number}/", send(first, "没有照片，因为人在外地"))
    (fact,) = _said()
    assert fact.valid_until is not None
    other = task_of(people, sent(people, "党员走访花名册", COLUMNS))
    assert len(fields(page_of(client, other))) == 2, "another list's photograph is another one"
    again = task_of(people, sent(people, "党员学习花名册", ("姓名", "公民身份号码", "现场图片")))
    assert len(fields(page_of(client, again))) == 2


def _said() -> list[Fact]:
    return [each.fact for who in (TIAN, QIU) for each in history(who) if "照片" in str(each.fact.value)]


def test_the_box_for_a_photograph_on_a_card_is_told_as_left_open(people: People, as_: As) -> None:
    known(people.post.unit.name, TIAN, QIU, person__phone="13900000042")
    book = opened(card())
    sheet = book.active
    assert sheet is not None
    sheet["E2"] = "照片"
    sheet.merge_cells("E2:E4")
    kept = io.BytesIO()
    book.save(kept)
    task = task_of(people, sent(people, "困难党员登记表", content=kept.getvalue()))
    client = as_(people.post)
    client.post(f"/desk/{task.number}/about", {"add": numbers({TIAN})[TIAN]})
    client.post(f"/desk/{task.number}/hand")
    page = client.get(f"/desk/{task.number}/receipt").content.decode()
    assert "照片：没有贴" in page
    done = task_numbered(task.number)
    assert done is not None
    assert {line[4] for line in values(fetch(done.blob))} == {"照片", None}
