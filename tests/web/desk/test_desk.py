"""The desk says what is left, on what basis, what it costs, and takes no for an answer."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import docx
import pytest
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.places import switch_place
from qingzhuang.store.tasks.demands import task as task_numbered
from qingzhuang.store.tasks.demands import tell_use
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.desk.village import COLUMNS, QIU, TIAN, known, person, sent, task_of

As = Callable[[Seat | None], Client]


def desk(client: Client) -> str:
    answer = client.get("/desk/")
    assert answer.status_code == 200
    return answer.content.decode()


def said(task: Task) -> Task:
    found = task_numbered(task.number)
    assert found is not None
    return found


def test_a_slip_names_its_basis_its_cost_and_what_is_left(people: People, task: Task, as_: As) -> None:
    page = desk(as_(people.post))
    assert "答这 2 问" in page
    assert task.demand.mark in page
    assert "用途：核对名册" in page
    assert "有效到" in page
    assert "怎么算的" in page
    assert "现在：" in page
    assert "原表全部手填：" in page


def test_when_nothing_is_missing_the_button_says_look_and_hand_over(people: People, as_: As) -> None:
    known("柳湾村", person(1, "田一禾"), person__phone="13900000001")
    sent(people)
    assert "看一遍交出" in desk(as_(people.post))


def test_an_unadmitted_demand_is_shown_as_such_with_the_answer_that_it_was_told_before(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    known("柳湾村", TIAN, QIU, file="电话.xlsx", person__phone="13900000001")
    client.post(f"/desk/{task.number}/hand")
    odd = task_of(people, sent(people, "党员花名册（急）", COLUMNS[:4], odd=True))
    page = desk(client)
    assert "未准入" in page
    assert "没有申请准入" in page
    today = clock.today()
    words = f"已于 {today.month} 月 {today.day} 日报给县民政局《党员花名册》"
    assert f"答：{words}" in page
    assert "还是想填" in page
    client.post(f"/desk/{odd.number}/no/reported", {"earlier": task.number})
    assert said(odd).said is Answer.REPORTED
    assert said(odd).reason == words


def test_what_asks_for_more_than_was_handed_over_is_not_called_told_before(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    known("柳湾村", TIAN, QIU, file="电话.xlsx", person__phone="13900000001")
    client.post(f"/desk/{task.number}/hand")
    task_of(people, sent(people, "党员花名册（急）", (*COLUMNS[:4], "文化程度"), odd=True))
    assert "还是想填" not in desk(client)


def test_what_was_handed_over_blank_was_not_told(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    task_of(people, sent(people, "党员花名册（急）", COLUMNS[:4], odd=True))
    assert "还是想填" not in desk(client)


@pytest.mark.parametrize(
    ("title", "columns"),
    [("星座运势表", ("序号", "上升星座", "幸运色", "守护石")), ("围棋高手花名册", ("序号", "姓名", "段位"))],
)
def test_a_form_that_nobody_can_say_whom_it_is_about_is_not_called_complete(
    people: People, task: Task, as_: As, title: str, columns: tuple[str, ...]
) -> None:
    odd = task_of(people, sent(people, title, columns))
    client = as_(people.post)
    assert "打开看看" in desk(client)
    page = client.get(f"/desk/{odd.number}/").content.decode()
    assert "看不出这张表要填谁、填什么" in page
    assert "都齐了" not in page
    assert client.post(f"/desk/{odd.number}/hand").status_code == 409


@pytest.mark.parametrize(("word", "answer"), [("not_ours", Answer.NOT_OURS), ("none", Answer.DID_NOT_HAPPEN)])
def test_no_is_an_answer_with_or_without_a_reason(
    people: People, task: Task, as_: As, word: str, answer: Answer
) -> None:
    client = as_(people.post)
    assert client.get(f"/desk/{task.number}/no/{word}").status_code == 200
    assert client.post(f"/desk/{task.number}/no/{word}", {"reason": " 归镇里 "}).status_code == 302
    assert (said(task).said, said(task).reason) == (answer, "归镇里")
    assert TrailRow.objects.filter(act="said_no").count() == 1
    assert "已经卸下的" in desk(client)
    client.post(f"/desk/{task.number}/again")
    assert said(task).said is Answer.OPEN


def test_a_reason_that_is_too_long_stays_on_the_page(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    whole = client.post(f"/desk/{task.number}/no/not_ours", {"reason": "长" * 1_000_000})
    assert whole.status_code == 400
    assert "没有收下" in whole.content.decode()
    for hostile in ("长" * 100_000, "a\0b", "<script>alert(1)</script>" * 30):
        answer = client.post(f"/desk/{task.number}/no/not_ours", {"reason": hostile})
        assert answer.status_code == 422
        assert "<script>alert" not in answer.content.decode()
    assert said(task).said is Answer.OPEN
    assert client.get(f"/desk/{task.number}/no/open").status_code == 404
    assert client.get(f"/desk/{task.number}/no/handed").status_code == 404


def test_another_posts_form_cannot_be_named_as_told_before(people: People, task: Task, as_: As) -> None:
    other = next(each for each in _tasks_of(people.colleague) if each.demand.number == task.demand.number)
    as_(people.colleague).post(f"/desk/{other.number}/hand")
    as_(people.post).post(f"/desk/{task.number}/no/reported", {"earlier": other.number})
    assert said(task).reason == ""


def _tasks_of(seat: Seat) -> tuple[Task, ...]:
    from qingzhuang.store.tasks.demands import tasks

    return tasks(seat.unit)


def test_a_letter_is_two_taps_away(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    answer = client.post(
        f"/desk/{task.number}/no/not_ours", {"reason": "党员发展归镇党建办", "letter": "on"}, follow=True
    )
    page = answer.content.decode()
    assert "关于《党员花名册》办理情况的函" in page
    assert "党员发展归镇党建办" in page
    assert "履行职责事项清单" in page
    assert "由贵单位决定" in page
    content = b"".join(client.get(f"/desk/{task.number}/letter.docx"))
    assert docx.Document(io.BytesIO(content)).paragraphs[0].text == "关于《党员花名册》办理情况的函"


def test_a_letter_holds_the_form_against_the_local_rules_of_its_issuer(people: People, as_: As) -> None:
    """The rules that the issuer's county switched on speak in the letter as they do at the gate."""
    told = sheet("党员花名册", ["姓名", "联系电话"], "说明：每月通报各村排名情况。")
    number = task_of(people, sent(people, content=told)).number
    client = as_(people.post)
    client.post(f"/desk/{number}/no/not_ours", {"reason": "归镇党建办"})
    assert "安徽" not in client.get(f"/desk/{number}/letter").content.decode()
    switch_place(people.admin.unit, "安徽省", True)
    assert "安徽" in client.get(f"/desk/{number}/letter").content.decode()


def test_the_margin_tells_birthdays_what_runs_out_and_what_data_was_used_for(
    people: People, task: Task, as_: As
) -> None:
    today = clock.today()
    soon = today + timedelta(days=20)
    born = soon.replace(year=soon.year - 80, day=min(soon.day, 28))
    known("柳湾村", person(7, "贺八十", f"{born:%Y%m%d}"), file="老人.xlsx")
    known("石桥村", person(8, "别村人", f"{born:%Y%m%d}"), file="老人.xlsx")
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand")
    tell_use(task.demand.number, "核发了第四季度补助。")
    page = desk(client)
    assert f"贺八十 {born.month} 月 {born.day} 日满 80 岁" in page.replace("明年 ", "")
    assert "别村人" not in page, "another village's people are told there"
    assert "您报的《党员花名册》" in page
    assert "核发了第四季度补助" in page


@pytest.mark.parametrize("demands", [1, 6])
def test_the_desk_asks_the_database_the_same_few_things_for_any_number_of_demands(
    people: People,
    as_: As,
    demands: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    known("柳湾村", person(1, "田一禾"))
    for each in range(demands):
        sent(people, f"党员花名册{'一二三四五六'[each]}")
    client = as_(people.post)
    desk(client)
    with django_assert_num_queries(8):
        desk(client)
