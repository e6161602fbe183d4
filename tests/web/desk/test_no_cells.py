"""A notice has no cells, and no page counts none of none."""

import re

from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.web.desk.answer_page import Asked, answer_page
from qingzhuang.web.desk.receipt_page import receipt_page
from tests.web.conftest import People
from tests.web.desk.village import form, sent, task_of


def test_pages_of_a_demand_without_cells_say_so_in_words(people: People) -> None:
    task: Task = task_of(people, sent(people, content=form("通知", ("说明",))))
    shown = answer_page(task, (0, 0), Asked((), {}, 0), clock.now())
    said = f"{shown.sentence} {receipt_page(task, clock.now()).lines} {shown}"
    assert not re.search(r"(?<!\d)0 格", said)
    assert "没有找到要填的格" in said
