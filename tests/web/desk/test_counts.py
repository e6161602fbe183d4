"""What the desk counts is right, without planning every form again after each answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Seat
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.memory.parts import forget
from qingzhuang.store.models import TaskRow
from qingzhuang.store.tasks import planning
from tests.web.conftest import People
from tests.web.desk.village import TIAN, known, person, sent

As = Callable[[Seat | None], Client]


@pytest.fixture
def planned(people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the forms that are planned from now on; two lie on the desk, one asks for telephones."""
    sent(people, "党员名单", ("序号", "姓名", "是否党员"))
    as_(people.post).get("/desk/")
    titles: list[str] = []
    real = planning.plan_with

    def counted(task: Task, *rest: object) -> object:
        titles.append(task.demand.title)
        return real(task, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(planning, "plan_with", counted)
    return titles


def tell(element: str, value: Scalar) -> None:
    record([Fact(TIAN, element, value, clock.today(), Source(""), "柳湾村", clock.now())])


def test_an_answer_is_counted_where_it_was_waited_for_and_nowhere_else_planned(
    people: People, planned: list[str], as_: As
) -> None:
    tell("person.phone", "13900000001")
    page = as_(people.post).get("/desk/").content.decode()
    assert "还差 1 格" in page
    assert planned == ["党员花名册"]


@pytest.mark.parametrize(("element", "value"), [("person.is_dead", "是"), ("party.is_member", "否")])
def test_what_decides_who_stands_on_a_list_is_counted_everywhere(
    people: People, planned: list[str], as_: As, element: str, value: str
) -> None:
    tell(element, value)
    as_(people.post).get("/desk/")
    assert sorted(planned) == ["党员名单", "党员花名册"]


def test_a_file_that_came_in_is_counted_everywhere(people: People, planned: list[str], as_: As) -> None:
    known("柳湾村", person(9, "新来人"), file="新名册.xlsx")
    as_(people.post).get("/desk/")
    assert sorted(planned) == ["党员名单", "党员花名册"]


def test_every_morning_is_counted_anew(people: People, planned: list[str], as_: As) -> None:
    TaskRow.objects.update(planned_at=clock.now() - timedelta(days=1))
    forget()
    as_(people.post).get("/desk/")
    assert sorted(planned) == ["党员名单", "党员花名册"]


def test_nothing_new_plans_nothing(people: People, planned: list[str], as_: As) -> None:
    as_(people.post).get("/desk/")
    assert planned == []


def test_however_much_was_said_elsewhere_the_desk_asks_no_more(
    people: People, planned: list[str], as_: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A county answers thousands of questions a day; each desk looks through them once, not once a form."""
    others = [person(number, f"别村{number}") for number in range(100, 130)]
    known("石桥村", *others, file="石桥名册.xlsx")
    client = as_(people.post)
    client.get("/desk/")
    planned.clear()
    facts = [
        Fact(each, "person.phone", "13900000009", clock.today(), Source(""), "石桥村", clock.now())
        for each in others
    ]
    record(facts)
    with django_assert_max_num_queries(30):
        assert client.get("/desk/").status_code == 200
    assert planned == []
