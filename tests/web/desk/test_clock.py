"""Whatever clock the machine keeps, a post reads China's time."""

import re

from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.tasks.planning import desk_of
from tests.web.conftest import People
from tests.web.desk.test_answer import As, page_of, row, send


def test_what_was_saved_shows_one_clock_before_and_after_a_reload(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    sent = send(row(page_of(client, task), "田一禾"), "13900000001")
    beside = client.post(f"/desk/{task.number}/", sent, headers={"HX-Request": "true"}).content.decode()
    again = page_of(client, task)
    said = re.findall(r"已存 (\d\d:\d\d)", beside)
    assert said
    assert re.findall(r"已存 (\d\d:\d\d)", again) == said


def test_every_fact_says_in_which_zone_it_was_learnt(people: People, task: Task) -> None:
    _seen, desk = desk_of(people.post.unit, clock.today())
    learnt = [
        one.fact.recorded_at for facts in desk.view.facts.values() for each in facts.values() for one in each
    ]
    assert learnt
    assert all(each.tzinfo is not None for each in learnt)
