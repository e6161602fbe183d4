"""A machine without a ledger has no rooms, and says how to get them."""

import pytest
from django.test import Client
from pytest_django import Settings

ROOMS = ("/door/in", "/desk/", "/gate/", "/ledger/", "/board/tip", "/admin/")


@pytest.mark.parametrize("path", ROOMS)
def test_a_room_without_a_ledger_is_closed_in_words(path: str, settings: Settings) -> None:
    settings.ROOMS = False
    answer = Client().get(path)
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "这里还没有台账" in page
    assert 'class="brand" href="/"' in page


def test_programs_are_told_so_in_their_own_way(settings: Settings) -> None:
    settings.ROOMS = False
    answer = Client().get("/api/v1/demands")
    assert (answer.status_code, answer.json()["code"]) == (404, "QZ-A407")


def test_the_rules_are_open_all_the_same(settings: Settings, db: None) -> None:
    settings.ROOMS = False
    assert Client().get("/rules/").status_code == 200
