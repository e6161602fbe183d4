"""Who works beside the pages and has nothing to do counts forms before anybody asks: a morning finds them counted."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pytest

from qingzhuang.model.fact import Subject
from qingzhuang.model.work import Task
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store import clock
from qingzhuang.store.models import TaskRow
from qingzhuang.store.tasks import asked, counting, planning
from qingzhuang.store.tasks.counting_ahead import Ahead
from qingzhuang.web.jobs import recounting
from tests.web.conftest import People
from tests.web.desk.village import sent, task_of

NOW = clock.now()
VILLAGES = 2  # the form of these tests goes to two


def _all(ahead: Ahead) -> int:
    """Count until there is nothing to count; return how many villages had something."""
    ahead._looked = float("-inf")
    return next(turns for turns in range(100) if not ahead.count_one(NOW))


def test_what_nobody_looked_at_is_counted_and_then_left_alone(task: Task) -> None:
    ahead = Ahead()
    assert _all(ahead) == VILLAGES
    row = TaskRow.objects.get(pk=task.number)
    assert row.cells > 0
    assert row.planned_at == NOW
    assert _all(ahead) == 0


def test_what_was_counted_yesterday_is_counted_again(task: Task) -> None:
    ahead = Ahead()
    _all(ahead)
    TaskRow.objects.update(planned_at=NOW - timedelta(days=1))
    assert _all(ahead) == VILLAGES


def test_a_form_that_just_came_is_counted_though_its_village_was_done(people: People, task: Task) -> None:
    ahead = Ahead()
    _all(ahead)
    other = task_of(people, sent(people, "党员名单", ("序号", "姓名", "联系电话")))
    assert _all(ahead) == VILLAGES
    assert TaskRow.objects.get(pk=other.number).planned_at == NOW


def test_workers_divide_the_villages_between_them(task: Task) -> None:
    assert [_all(Ahead(number, VILLAGES)) for number in range(VILLAGES)] == [1, 1]


def test_what_cannot_be_read_is_not_tried_again_and_again(
    task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_rest: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(counting, "plan_of", broken)
    ahead = Ahead()
    assert _all(ahead) == VILLAGES
    assert _all(ahead) == 0


def test_nothing_is_counted_that_binds_nobody_any_more(task: Task) -> None:
    row = TaskRow.objects.get(pk=task.number)
    row.demand.stage = "ended"
    row.demand.save()
    assert _all(Ahead()) == 0


def test_forms_are_written_down_together(people: People, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database makes one writer wait for another, and each writing is a wait for the disk."""
    sent(people, "党员名单", ("序号", "姓名", "联系电话"))
    written: list[int] = []
    real = asked.note_asked

    def noted(made: Sequence[tuple[Task, TaskPlan]], at: datetime, rows: Mapping[Subject, int]) -> None:
        written.append(len(made))
        real(made, at, rows)

    monkeypatch.setattr(counting, "note_asked", noted)
    recounting.count_all(people.post.unit, NOW)
    assert written == [2]


def test_what_a_form_asks_is_found_out_once_for_all_villages(
    task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    planning._understood.cache_clear()
    planning.plan_of(task, clock.today())
    monkeypatch.setattr(planning, "understand", None)
    planning.own_part(task.unit, clock.today()).extra.clear()
    planning.plan_of(task, clock.today())


def test_one_form_is_looked_through_before_anybody_asks_and_nothing_is_written(task: Task) -> None:
    counting.plan_one(task.unit.number, clock.today())
    part = planning.own_part(task.unit, clock.today())
    assert part.desk._resolvers
    assert not any("plan" in str(key) for key in part.extra)
    assert TaskRow.objects.get(pk=task.number).planned_at is None
