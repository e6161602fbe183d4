"""There is a way in from the first page, and a way back from where there is nothing to see."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from qingzhuang.model.organisation import Seat
from qingzhuang.web.posted import above
from tests.web.conftest import People
from tests.web.test_pages import folder

As = Callable[[Seat | None], Client]
__all__ = ["folder"]


@pytest.mark.django_db
def test_the_first_page_leads_in_and_to_telling_of_a_burden(folder: Path, settings: Settings) -> None:
    page = Client().get("/").content.decode()
    assert 'href="/door/in"' in page
    assert 'href="/board/tip"' in page
    settings.ROOMS = False
    assert "/door/in" not in Client().get("/").content.decode(), (
        "without a ledger there is no room to lead to"
    )


@pytest.mark.parametrize(
    ("address", "back"),
    [
        ("/rules/try", "/rules/"),
        ("/desk/7/hand", "/desk/7/"),
        ("/ledger/sheet/take", "/ledger/sheet"),
        ("/board/note", "/board/"),
        ("/door/out", "/"),
    ],
)
def test_the_way_back_is_the_nearest_page_above(address: str, back: str) -> None:
    assert above(address) == back


def test_an_address_that_only_takes_answers_in_words(people: People, as_: As) -> None:
    answer = as_(people.post).get("/rules/try")
    assert answer.status_code == 405
    assert answer["Allow"]
    page = answer.content.decode()
    assert "只收东西" in page
    assert 'href="/rules/"' in page


def test_what_is_not_there_leads_to_ones_own_page(people: People, as_: As) -> None:
    answer = as_(people.post).get("/rules/NOT-99")
    assert answer.status_code == 404
    assert 'href="/desk/">回到我的一页' in answer.content.decode()
    assert "约 5 秒" in answer.content.decode()


def test_what_cannot_be_trusted_is_refused_in_our_own_words(people: People, as_: As) -> None:
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/door/in", {"username": "a"}, headers={"Referer": "http://testserver/desk/3/"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "CSRF" not in page
    assert 'href="/desk/3/"' in page
    elsewhere = browser.post("/door/in", headers={"Referer": "https://example.org/"}).content.decode()
    assert "example.org" not in elsewhere
