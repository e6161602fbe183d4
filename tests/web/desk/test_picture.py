"""A finished form is shown as the printer would give it, drawn beside the page; without the program the page says so."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.work import Task
from qingzhuang.office.picture import can_draw
from qingzhuang.store import clock
from qingzhuang.store.beside import picturing
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.tasks.handing import make
from qingzhuang.web.jobs import cut_job
from tests.web.conftest import People
from tests.web.desk.village import TIAN

As = Callable[[Seat | None], Client]
PNG = b"\x89PNG\r\n\x1a\n"
assert cut_job  # whoever works knows what to do


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings) -> None:
    settings.WORKER = True


def _drawn(pages: int) -> Callable[[bytes, FileKind], list[bytes]]:
    return lambda _content, _kind: [PNG + bytes([at]) for at in range(pages)]


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that draws two pages."""
    monkeypatch.setattr(picturing, "can_draw", lambda: True)
    monkeypatch.setattr(picturing, "pictures", _drawn(2))


def _sheet(client: Client, task: Task) -> str:
    answer = client.get(f"/desk/{task.number}/sheet")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_comes_at_once_and_then_shows_the_pictures(
    people: People, task: Task, as_: As, draws: None
) -> None:
    client = as_(people.post)
    assert "正在照原样画" in (first := _sheet(client, task))
    assert "<table>" in first
    assert work_one(clock.now())
    second = _sheet(client, task)
    address = f"/desk/{task.number}/picture/{make(task, clock.today()).digest}/"
    assert second.count(f'src="{address}') == 2
    page = client.get(f"{address}1.png")
    assert (page["Content-Type"], page.content) == ("image/png", PNG + b"\0")
    assert "no-store" in page["Cache-Control"]
    assert client.get(f"{address}3.png").status_code == 404
    assert client.get(f"/desk/{task.number}/picture/{'0' * 64}/1.png").status_code == 404
    for other in (people.colleague, people.outsider, people.issuer, people.overseer, people.admin):
        assert as_(other).get(f"{address}1.png").status_code == 403
    assert not work_one(clock.now())  # the same file is drawn once
    rights = client.get(f"/ledger/{numbers({TIAN})[TIAN]}/rights").content.decode()
    assert rights.count("看全了号码") == 1, "a picture covers nothing"


def test_what_cannot_be_drawn_says_so_and_may_be_drawn_again(
    people: People, task: Task, as_: As, draws: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(people.post)
    monkeypatch.setattr(picturing, "pictures", _drawn(0))
    _sheet(client, task)
    work_one(clock.now())
    failed = _sheet(client, task)
    assert "没有画成" in failed
    assert "<table>" in failed
    monkeypatch.setattr(picturing, "pictures", _drawn(1))
    assert client.post(f"/desk/{task.number}/picture/again").status_code == 302
    work_one(clock.now())
    assert "paperpic" in _sheet(client, task)


def test_without_the_program_the_page_says_so(
    people: People, task: Task, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picturing, "can_draw", lambda: False)
    told = _sheet(as_(people.post), task)
    assert "没有装画版面的程序" in told
    assert "<table>" in told


@pytest.mark.libreoffice
@pytest.mark.skipif(not can_draw(), reason="needs LibreOffice and poppler")
def test_the_real_program_draws_the_filled_file(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    _sheet(client, task)
    work_one(clock.now())
    page = client.get(f"/desk/{task.number}/picture/{make(task, clock.today()).digest}/1.png")
    assert page.content.startswith(PNG)
