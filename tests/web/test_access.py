"""Every address has an audience, and nobody else gets in."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.web.access import Audience, Open
from tests.web.api.conftest import Program, secret_of
from tests.web.conftest import People

SAMPLES = {"int": "1", "slug": "x", "str": "x", "uuid": "00000000-0000-0000-0000-000000000000"}


def _walk(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _walk(each, prefix + str(each.pattern))
        else:
            yield prefix + str(each.pattern), each


def _addresses() -> Iterator[tuple[str, Audience | None]]:
    for route, pattern in _walk(get_resolver()):
        path = "/" + route
        for name, sample in SAMPLES.items():
            while f"<{name}:" in path:
                head, _, tail = path.partition(f"<{name}:")
                path = head + sample + tail.partition(">")[2]
        yield path, getattr(pattern.callback, "audience", None)


ADDRESSES = dict(_addresses())
GUARDED = {path: said for path, said in ADDRESSES.items() if said and said.open in (None, Open.SIGNED_IN)}


MACHINE = {path: said for path, said in ADDRESSES.items() if said and said.open is Open.TOKEN}


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_address_declares_its_audience(path: str) -> None:
    assert ADDRESSES[path] is not None, f"{path}: mark the view with @public, @this_machine or @serves"


@pytest.mark.parametrize("path", GUARDED)
def test_who_is_not_signed_in_is_led_to_the_door(path: str, as_: Callable[[Seat | None], Client]) -> None:
    for answer in (as_(None).get(path), as_(None).post(path)):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/door/in?")


@pytest.mark.parametrize("path", GUARDED)
def test_a_seat_of_another_role_is_told_so(
    path: str, people: People, as_: Callable[[Seat | None], Client]
) -> None:
    said = GUARDED[path]
    for seat in people.all().values():
        if said.roles and seat.role not in said.roles:
            for answer in (as_(seat).get(path), as_(seat).post(path)):
                assert answer.status_code == 403
                assert "这一页不归您看" in answer.content.decode()


@pytest.mark.parametrize("path", MACHINE)
def test_a_program_without_a_token_is_told_so(
    path: str, people: People, as_: Callable[[Seat | None], Client]
) -> None:
    """A person who is signed in is no program: no cookie opens anything there."""
    for browser in (as_(None), as_(people.admin), as_(people.post), Program("qz_nobody"), Program("")):
        for answer in (browser.get(path), browser.post(path)):
            assert answer.status_code in (401, 405)
            assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", MACHINE)
def test_a_program_in_a_seat_of_another_role_is_told_so(path: str, people: People) -> None:
    """The administrator has no seat for programs; of all others only the roles that an address serves get in."""
    for seat in people.all().values():
        if seat.role is not Role.ADMIN and seat.role not in MACHINE[path].roles:
            for answer in (Program(secret_of(seat)).get(path), Program(secret_of(seat)).post(path)):
                assert answer.status_code in (403, 405)
                assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", MACHINE)
def test_no_program_sees_what_is_not_its_unit_s(path: str, people: People) -> None:
    """Whatever number an address names, an empty ledger and other people's things answer alike."""
    for seat in (people.post, people.colleague, people.outsider, people.issuer, people.other_issuer):
        answer = Program(secret_of(seat)).get(path)
        assert answer.status_code in (200, 403, 404, 405)
        if "/1" in path:
            assert answer.status_code != 200


@pytest.mark.parametrize("far", [{"REMOTE_ADDR": "10.0.0.7"}, {"HTTP_X_FORWARDED_FOR": "10.0.0.7"}])
def test_the_shelf_serves_only_who_sits_at_the_machine(db: None, far: dict[str, str]) -> None:
    """Everybody else is told what this is, and nothing of what lies here."""
    browser = Client(**far)  # type: ignore[arg-type]
    page = browser.get("/").content.decode()
    assert "一件事只问一次" in page
    assert "取走" not in page
    for path in ("/report", "/paper/x", "/paper/x/download"):
        assert browser.get(path).status_code == 403


def test_nobody_sits_down_untold_outside_the_example(people: People, settings: Settings) -> None:
    assert Client().post("/door/try/post").status_code == 404
    settings.EXAMPLE = True
    assert Client().post("/door/try/post").status_code == 404, "only accounts made as examples may be tried"


def test_every_role_has_a_room_to_arrive_in(people: People, as_: Callable[[Seat | None], Client]) -> None:
    for seat in people.all().values():
        if seat.role is Role.POST:
            assert as_(seat).get("/desk/").status_code == 200
