"""What a form asked when it was planned is known to every process, and to none when it was planned again since."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.memory.parts import rows_on
from qingzhuang.store.models import AskedRow
from qingzhuang.store.tasks import asked, counting
from qingzhuang.store.tasks.asked import answered, asked_by
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, sent, task_of


@pytest.fixture
def planned(task: Task) -> Task:
    """The task as it stands once its counts are reckoned, in a process that has planned nothing."""
    counting.refresh([task], clock.now())
    asked.forget()
    found = task_numbered(task.number)
    assert found is not None
    return found


def test_another_process_knows_whom_a_form_asked_what(planned: Task) -> None:
    rows = rows_on(clock.today())
    known = asked_by([planned])[planned.number]
    assert known.concerns(answered((TIAN, "person.phone"), rows))
    assert known.waits_for(answered((QIU, "person.phone"), rows))
    assert not known.waits_for(answered((TIAN, "person.name"), rows))
    assert not known.concerns(answered((SHI, "person.phone"), rows))
    assert not known.concerns(answered((TIAN, "person.education"), rows))


def test_nobody_is_named_in_it_and_the_database_cannot_read_it(planned: Task) -> None:
    row = AskedRow.objects.get()
    assert TIAN.key not in row.said
    assert TIAN.name not in row.said


def test_what_was_planned_again_since_is_not_taken_for_what_it_asked_before(planned: Task) -> None:
    assert planned.planned_at is not None
    asked_by([planned])
    later = replace(planned, planned_at=planned.planned_at + timedelta(seconds=1))
    assert asked_by([later]) == {}


def test_forms_of_a_post_are_looked_up_in_one_question(
    people: People,
    planned: Task,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    other = task_of(people, sent(people, "党员名单", ("序号", "姓名", "联系电话")))
    counting.refresh([other], clock.now())
    asked.forget()
    both = [each for number in (planned.number, other.number) if (each := task_numbered(number))]
    with django_assert_num_queries(1):
        assert len(asked_by(both)) == 2
    with django_assert_num_queries(0):
        assert len(asked_by(both)) == 2
