"""The desk says how many questions this month and the next still have, reckoned beside the page."""

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import latest, work_one
from qingzhuang.store.beside.packed import unpacked
from qingzhuang.store.models import JobRow
from qingzhuang.store.tasks import recounting
from qingzhuang.store.tasks.year_ahead import KIND, kept_year
from tests.web.conftest import People

As = Callable[[Seat | None], Client]


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WORKER = True
    monkeypatch.setattr(recounting, "make_ready", lambda _unit, _day: None)


def _desk(client: Client) -> str:
    return client.get("/desk/").content.decode()


def _work() -> None:
    while work_one(clock.now()):
        pass


def test_it_comes_with_the_next_look_and_names_nobody(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    _desk(client)
    _work()
    assert "本月" not in _desk(client)  # asked for by this look
    _work()
    page = _desk(client)
    assert "本月还要问您" in page
    assert "下月" in page
    kept = latest(KIND, {"unit": people.post.unit.number})
    assert kept is not None
    year = kept_year(kept)
    assert year is not None
    assert sum(each.asks for each in year.months) >= year.least > 0
    text = json.dumps(unpacked(kept.result["year"]), ensure_ascii=False)
    assert people.post.unit.name not in text
    assert not re.search(r"\d{6,}", text)  # no number of anybody


def test_it_is_reckoned_once_a_day(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    for _look in range(4):
        _desk(client)
        _work()
    assert JobRow.objects.filter(kind=KIND).count() == 1
