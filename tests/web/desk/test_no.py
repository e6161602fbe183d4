"""Saying no: only what can be picked is spoken of, and words that are too many stay where they were written."""

from collections.abc import Callable

from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.village import sent, task_of

As = Callable[[Seat | None], Client]


def test_reported_already_speaks_of_picking_only_where_something_can_be_picked(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    assert "点一条" not in client.get(f"/desk/{task.number}/no/reported").content.decode()
    client.post(f"/desk/{task.number}/hand")
    other = task_of(people, sent(people, "另一份党员花名册"))
    page = client.get(f"/desk/{other.number}/no/reported").content.decode()
    assert "点一条" in page
    assert 'type="radio"' in page


def test_only_a_form_that_asked_some_of_the_same_can_be_where_it_was_reported(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    homes = task_of(people, sent(people, "农村房屋台账", ("序号", "房屋地址", "房屋结构")))
    client.post(f"/desk/{task.number}/hand")
    assert "点一条" not in client.get(f"/desk/{homes.number}/no/reported").content.decode()
    more = task_of(people, sent(people, "党员培训名册", ("序号", "姓名", "联系电话", "民族", "学历")))
    page = client.get(f"/desk/{more.number}/no/reported").content.decode()
    assert "含这张表 4 栏里的 2 栏" in page
    names = task_of(people, sent(people, "党员体检名册", ("序号", "姓名", "血型", "体重")))
    assert 'type="radio"' not in client.get(f"/desk/{names.number}/no/reported").content.decode()


def test_a_reason_that_is_too_long_is_told_and_not_cut(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    page = client.get(f"/desk/{task.number}/no/not_ours").content.decode()
    assert "maxlength" not in page, "a browser would cut it without a word"
    answer = client.post(f"/desk/{task.number}/no/not_ours", {"reason": "情况" * 1500})
    assert answer.status_code == 422
    assert "500 字以内" in answer.content.decode()
    assert "情况" * 1500 in answer.content.decode()


def test_a_form_handed_over_too_early_is_put_back_from_its_receipt(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    page = client.get(f"/desk/{task.number}/receipt").content.decode()
    assert "交早了，放回来再改" in page
    answer = client.post(f"/desk/{task.number}/again", {"to": "answer"})
    assert answer["Location"] == f"/desk/{task.number}/"
    found = task_numbered(task.number)
    assert found is not None
    assert found.said is Answer.OPEN
