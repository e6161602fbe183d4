"""A form goes back in the issuer's own file, with a receipt that can be checked; blanks are told and never block."""

import hashlib
import re
from collections.abc import Callable

from django.test import Client

from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.home import make_home
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.models import TrailRow
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.test_answer import page_of, row, send
from tests.web.desk.village import QIU, TIAN, opened, sent, task_of

As = Callable[[Seat | None], Client]


def values(content: bytes) -> list[list[object]]:
    """The cells of the first sheet."""
    return [[cell.value for cell in line] for line in opened(content).worksheets[0].iter_rows()]


def handed(task: Task) -> Task:
    found = task_numbered(task.number)
    assert found is not None
    return found


def test_the_answers_and_the_ledger_stand_in_the_issuers_own_file(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    sent_ = send(row(page_of(client, task), "田一禾"), "13900000001")
    answer = client.post(f"/desk/{task.number}/", sent_ | {"then": "hand"}, follow=True)
    page = answer.content.decode()
    assert "县民政局已收到《党员花名册》" in page
    done = handed(task)
    assert done.said is Answer.HANDED
    assert done.receipt in page
    assert done.blob in page
    rows = values(fetch(done.blob))
    assert rows[2][1:4] == ["田一禾", TIAN.key, "13900000001"]
    assert rows[3][1:4] == ["邱二水", QIU.key, None], "a blank stays blank in the file"
    assert "联系电话：1 格" in page
    assert "1 格待核" in page
    assert hashlib.sha256(fetch(done.blob)).hexdigest() == done.blob


def test_the_same_ledger_gives_the_same_bytes_also_after_it_has_grown(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    record([Fact(TIAN, "person.phone", "13900000007", clock.today(), Source(""), "柳湾村", clock.now())])
    page = client.get(f"/desk/{task.number}/receipt?again=1").content.decode()
    assert "一字不差" in page
    content = b"".join(client.get(f"/desk/{task.number}/file"))
    assert hashlib.sha256(content).hexdigest() == handed(task).blob, (
        "the file taken away is the one handed over"
    )


def test_handing_over_twice_gives_one_receipt(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    first = handed(task)
    client.post(f"/desk/{task.number}/hand")
    assert handed(task) == first
    assert TrailRow.objects.filter(act="handed").count() == 1


def test_a_form_that_changed_since_may_be_handed_over_again_with_a_new_receipt(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    first = handed(task)
    page = page_of(client, task)
    assert "再交一份给县民政局" in page
    client.post(
        f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001") | {"then": "hand"}, follow=True
    )
    assert handed(task).receipt != first.receipt
    assert fetch(first.blob), "the first file is kept"
    assert any(first.receipt in row.detail for row in TrailRow.objects.filter(act="handed"))


def test_what_is_wrong_in_a_field_is_asked_before_handing_over(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    sent_ = send(row(page_of(client, task), "田一禾"), "139") | {"then": "hand"}
    assert client.post(f"/desk/{task.number}/", sent_).status_code == 422
    assert handed(task).said is Answer.OPEN


def test_the_picture_marks_what_is_filled_and_boxes_what_is_blank(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    page = client.get(f"/desk/{task.number}/sheet").content.decode()
    assert re.search(r'class="is-new[^"]*">田一禾', page)
    assert len(re.findall(r'<td class="is-open', page)) == 2, "the two telephones, not the remarks"
    part = client.get(f"/desk/{task.number}/sheet", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "田一禾" in part


def test_a_name_of_a_file_can_do_no_harm(people: People, task: Task, as_: As) -> None:
    answer = as_(people.post).get(f"/desk/{task.number}/file")
    assert answer["Content-Disposition"].startswith("attachment")
    assert TrailRow.objects.filter(act="fetched").exists()


def test_a_form_that_nobody_can_fill_is_not_handed_over_empty(people: People, as_: As) -> None:
    task = task_of(people, sent(people))
    answer = as_(people.post).post(f"/desk/{task.number}/hand")
    assert answer.status_code == 409
    assert "一格也没有填上" in answer.content.decode()
    assert handed(task).said is Answer.OPEN


def test_a_file_that_is_no_longer_here_is_said_and_the_desk_stays_open(
    people: People, task: Task, as_: As
) -> None:
    from qingzhuang.store.models import DemandRow

    task = task_of(people, sent(people, "走失的党员花名册"))
    client = as_(people.post)
    changed = next(make_home().glob(f"blobs/*/{task.demand.blob}"))
    changed.write_bytes(b"else")
    assert client.get(f"/desk/{task.number}/original").status_code == 409
    changed.unlink()
    DemandRow.objects.update(blob="0" * 64)
    for address in ("", "sheet", "file", "letter"):
        answer = client.get(f"/desk/{task.number}/{address}")
        assert answer.status_code == 409
        assert "原表在这台机器上找不到了" in answer.content.decode()
    assert "党员花名册" in client.get("/desk/").content.decode()
