"""The administrator makes tokens and addresses for seats below, each secret shown once; none for an administrator."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.tokens import token_of, tokens
from qingzhuang.store.outside.hooks import hooks
from qingzhuang.store.trail import Act
from tests.web.conftest import People

Browser = Callable[[Seat | None], Client]


def order(seat: Seat) -> dict[str, object]:
    return {
        "seat": seat.number,
        "label": "台账同步",
        "scope": "read",
        "until": clock.today().isoformat(),
    }


def test_a_token_is_made_shown_once_and_withdrawn(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    answer = browser.post("/admin/programs/token", order(people.post))
    shown = re.search(r"<code>(qz_[\w-]{43})</code>", answer.content.decode())
    assert shown
    assert answer["Cache-Control"] == "no-store"
    found = token_of(shown[1], clock.today())
    assert found is not None
    page = browser.get("/admin/programs").content.decode()
    assert "台账同步" in page
    assert shown[1] not in page
    assert browser.post(f"/admin/programs/token/{found.number}/withdraw").status_code == 302
    assert token_of(shown[1], clock.today()) is None
    assert browser.post(f"/admin/programs/token/{found.number}/withdraw").status_code == 409
    rows = list(TrailRow.objects.order_by("pk").values_list("act", "actor"))
    assert rows == [(Act.MADE_TOKEN, people.admin.holder), (Act.WITHDREW_TOKEN, people.admin.holder)]


@pytest.mark.parametrize(
    "wrong", [{"until": "2020-01-01"}, {"until": "x"}, {"label": "\0"}, {"scope": "all"}, {"seat": "1e9"}]
)
def test_what_does_not_fit_is_told_in_words(wrong: dict[str, object], people: People, as_: Browser) -> None:
    answer = as_(people.admin).post("/admin/programs/token", {**order(people.post), **wrong})
    assert answer.status_code in (400, 409)
    assert 'role="alert"' in answer.content.decode()
    assert tokens("/", clock.today()) == ()


def test_no_program_sits_in_an_administrator_s_seat(people: People, as_: Browser) -> None:
    assert as_(people.admin).post("/admin/programs/token", order(people.admin)).status_code == 400


def test_an_address_is_kept_with_a_key_shown_once_and_stopped(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    said = {"seat": people.issuer.number, "url": "https://example.com/qz"}
    answer = browser.post("/admin/programs/hook", said)
    assert re.search(r"<code>whsec_[\w+/=]{44}</code>", answer.content.decode())
    number = hooks("/", clock.today())[0].number
    assert "https://example.com/qz" in browser.get("/admin/programs").content.decode()
    assert browser.post(f"/admin/programs/hook/{number}/end").status_code == 302
    assert hooks("/", clock.today()) == ()
    inside = browser.post("/admin/programs/hook", {**said, "url": "https://10.0.0.1/"})
    assert inside.status_code == 409
    assert "QZ-A120" in inside.content.decode()


def test_more_tokens_take_no_more_queries(
    people: People, as_: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_(people.admin)
    for _each in range(3):
        browser.post("/admin/programs/token", order(people.post))
    with django_assert_num_queries(7):
        browser.get("/admin/programs")
