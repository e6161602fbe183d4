"""The door lets in who may, slows down who guesses, and remembers who came."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from qingzhuang.model.organisation import Seat
from qingzhuang.store.models import Account, TrailRow
from tests.web.conftest import People

PASSWORD = "松针落在石阶上-42"  # noqa: S105 - an invented account's


@pytest.fixture
def post(people: People) -> Seat:
    account = Account.objects.get(username="post")
    account.set_password(PASSWORD)
    account.save()
    return people.post


def _knock(password: str, **more: str) -> Client:
    client = Client()
    client.post("/door/in", {"username": "post", "password": password, **more})
    return client


def test_the_right_password_leads_to_the_first_room(post: Seat) -> None:
    answer = Client().post("/door/in", {"username": "post", "password": PASSWORD})
    assert answer["Location"] == "/desk/"
    assert TrailRow.objects.get().act == "signed_in"


def test_one_goes_on_to_where_one_wanted_but_never_to_another_site(post: Seat) -> None:
    wanted = {"username": "post", "password": PASSWORD}
    assert Client().post("/door/in", {**wanted, "next": "/desk/?x=1"})["Location"] == "/desk/?x=1"
    assert Client().post("/door/in", {**wanted, "next": "https://evil.example/"})["Location"] == "/desk/"


def test_a_wrong_password_is_refused_in_words(post: Seat) -> None:
    answer = Client().post("/door/in", {"username": "post", "password": "错"})
    assert answer.status_code == 403
    assert "登录名或口令不对" in answer.content.decode()
    assert not TrailRow.objects.exists()


def test_guessing_is_stopped_even_for_the_right_password(post: Seat, settings: Settings) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        _knock("错")
    assert Client().post("/door/in", {"username": "post", "password": PASSWORD}).status_code in (403, 429)


def test_an_account_without_a_seat_stays_outside(people: People) -> None:
    account = Account.objects.create(username="left", name="走了的人")
    account.set_password(PASSWORD)
    account.save()
    assert Client().post("/door/in", {"username": "left", "password": PASSWORD}).status_code == 403


def test_leaving_ends_the_session(people: People, as_: Callable[[Seat | None], Client]) -> None:
    client = as_(people.post)
    client.post("/door/out")
    assert client.get("/desk/").status_code == 302


def test_a_seat_of_somebody_else_cannot_be_taken(
    people: People, as_: Callable[[Seat | None], Client]
) -> None:
    assert as_(people.post).post(f"/door/seat/{people.admin.number}").status_code == 404


def test_forms_from_other_sites_are_refused(people: People) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(Account.objects.get(username="post"), "django.contrib.auth.backends.ModelBackend")
    assert strict.post("/door/out").status_code == 403
