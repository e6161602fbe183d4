"""A notice has no cells, and no page counts none of none."""

import re
from collections.abc import Callable
from dataclasses import replace

from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.web.desk.answer_page import Asked, answer_page
from qingzhuang.web.desk.receipt_page import receipt_page
from tests.web.conftest import People
from tests.web.desk.village import form, sent, task_of

As = Callable[[Seat | None], Client]


def test_pages_of_a_demand_without_cells_say_so_in_words(people: People) -> None:
    task: Task = task_of(people, sent(people, content=form("通知", ("说明",))))
    shown = answer_page(task, (0, 0), Asked((), {}, 0), clock.now())
    said = f"{shown.sentence} {receipt_page(task, clock.now()).lines} {shown}"
    assert not re.search(r"(?<!\d)0 格", said)
    assert "没有找到要填的格" in said


def test_a_form_of_which_nobody_can_tell_whom_it_lists_promises_no_question(people: People, as_: As) -> None:
    task = task_of(people, sent(people, "霞浦雅集名册", ("序号", "姓名", "联系电话")))
    page = as_(people.post).get(f"/desk/{task.number}/").content.decode()
    assert "看不出这张表要填谁" in page
    assert "黑框等您答" not in page
    assert "没有读懂要填哪里，一格没动" in page
    assert "答下面的一句" not in page
    assert "都存下</button>" not in page
    assert "下载原表" in page
    assert "问问县民政局要列哪些人" in page
    assert "已经报过" in page


def test_what_the_plan_remarked_comes_before_calling_a_form_complete(people: People) -> None:
    task = task_of(people, sent(people, content=form("走访登记表", ("村名",))))
    bare = answer_page(task, (0, 0), Asked((), {}, 0), clock.now())
    complete = replace(bare, readable=True, asks_only=False, blank=0)
    assert complete.sentence == "都齐了，看一遍就能交"
    remarked = replace(complete, troubles=("359 人没记是不是独居老人，没有列进来。",))
    assert remarked.sentence == "没有要问您的了，请看下面的说明"
