"""The desk does not wait for thirty forms to be counted: it comes with what is known and says what is being counted."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import latest, work_one
from qingzhuang.store.memory.parts import forget
from qingzhuang.store.models import TaskRow
from qingzhuang.store.tasks import asked, counting, planning
from qingzhuang.store.tasks.planning import plan_of
from qingzhuang.web.jobs import recounting
from tests.web.conftest import People
from tests.web.desk.village import known, person

As = Callable[[Seat | None], Client]


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WORKER = True
    monkeypatch.setattr(
        recounting, "make_ready", lambda _unit, _day: None
    )  # no thread beside a test's transaction


def _desk(client: Client) -> str:
    answer = client.get("/desk/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_desk_after_the_start_reads_no_ledger(
    people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget()
    with monkeypatch.context() as watched:
        watched.setattr(planning, "part_of", None)
        first = _desk(as_(people.post))
    assert "有 1 张表正在数" in first
    assert "正在数要填几格" in first
    assert "看不出这张表要填谁" not in first  # nobody has looked yet
    assert "约" not in first.partition("<aside")[0]
    assert 'hx-get="/desk/"' in first
    assert work_one(clock.now())
    forget()
    monkeypatch.setattr(planning, "part_of", None)
    second = _desk(as_(people.post))
    assert "正在数" not in second
    assert "答这" in second
    assert work_one(clock.now())  # the questions of the coming months, once a day
    assert not work_one(clock.now())


def test_what_is_in_memory_is_counted_at_once(people: People, task: Task, as_: As) -> None:
    plan_of(task, clock.today())
    assert "正在" not in _desk(as_(people.post))


def test_what_was_counted_before_keeps_its_figures_until_it_is_counted_anew(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    plan_of(task, clock.today())
    _desk(client)
    known("柳湾村", person(9, "新来人"), file="新名册.xlsx")
    forget()
    page = _desk(client)
    assert "有 1 张表正在重数，下面的数是早先的" in page
    assert "答这" in page


def test_so_many_that_a_page_has_no_time_for_are_not_begun(
    people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recounting, "AT_ONCE", 0)
    plan_of(task, clock.today())
    assert "有 1 张表正在数" in _desk(as_(people.post))
    assert work_one(clock.now())
    assert "正在" not in _desk(as_(people.post))


def test_what_somebody_counted_meanwhile_is_not_written_over(people: People, task: Task) -> None:
    later = clock.now() + timedelta(minutes=1)
    TaskRow.objects.filter(pk=task.number).update(planned_at=later, cells=77)
    counting.refresh([task], clock.now())
    row = TaskRow.objects.get(pk=task.number)
    assert (row.planned_at, row.cells) == (later, 77)


def test_what_another_village_says_counts_nothing_here(
    people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_of(task, clock.today())
    client = as_(people.post)
    _desk(client)
    asked.forget()
    known("石桥村", person(7, "别村人"), file="石桥名册.xlsx")
    plan_of(task, clock.today())
    _desk(client)
    row = TaskRow.objects.get(pk=task.number)
    assert row.planned_at is not None


def test_birthdays_come_from_the_last_count_and_nobodys_name_is_kept_with_it(
    people: People, task: Task, as_: As
) -> None:
    soon = clock.today().replace(day=1, year=clock.today().year - 80)
    month = soon.month % 12 + 1
    born = soon.replace(month=month, year=soon.year + (1 if month == 1 else 0), day=15)
    known("柳湾村", person(8, "寿星某", born.strftime("%Y%m%d")), file="老人.xlsx", person__birth=born)
    client = as_(people.post)
    forget()
    _desk(client)
    work_one(clock.now())
    forget()
    assert "寿星某" in _desk(client)
    kept = latest(recounting.KIND, {"unit": people.post.unit.number})
    assert kept is not None
    assert "寿星" not in str(kept.result)
