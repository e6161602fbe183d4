"""What no visitor should wait for is read before anybody comes."""

import gettext
import os
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.memory import parts
from qingzhuang.store.memory.placing import kept_by
from qingzhuang.web import ahead
from tests.web.conftest import People
from tests.web.desk.village import known, person

As = Callable[[Seat | None], Client]


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    # it is the test's own, in the test's own thread
    monkeypatch.setattr("qingzhuang.store.memory.parts.connection.close", lambda: None)


@pytest.fixture
def village(people: People) -> None:
    """Two of one village are in the ledger."""
    known("柳湾村", person(1, "甲某"), file="柳湾名册.xlsx")
    known("柳湾村", person(2, "乙某"), file="柳湾名册二.xlsx")


def test_a_large_village_is_in_memory_before_its_first_visitor_comes(
    people: People, village: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LARGE", 2)
    parts.forget()
    parts.read_ahead(clock.today())
    assert parts.at_hand(kept_by(people.post.unit), clock.today())


def test_small_villages_are_read_when_somebody_comes(people: People, village: None) -> None:
    parts.forget()
    parts.read_ahead(clock.today())
    assert not parts.at_hand(kept_by(people.post.unit), clock.today())


def test_after_reading_ahead_a_page_asks_no_more_than_any_other(
    people: People,
    village: None,
    as_: As,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr(parts, "_LARGE", 2)
    parts.forget()
    parts.read_ahead(clock.today())
    client = as_(people.post)
    with django_assert_max_num_queries(7):
        assert client.get("/ledger/").status_code == 200


def test_the_villages_looked_at_longest_ago_make_room(
    people: People, village: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many small villages work at once, none has to be read again at each page; only many people are too many."""
    known("石桥村", person(7, "别村人"), file="石桥名册.xlsx")
    parts.forget()
    day = clock.today()
    first, second = kept_by(people.post.unit), kept_by(people.colleague.unit)
    parts.part_of(first, day)
    parts.part_of(second, day)
    assert parts.at_hand(first, day)
    assert parts.at_hand(second, day)
    parts.forget()
    monkeypatch.setattr(parts, "_SUBJECTS", 1)
    parts.part_of(first, day)
    parts.part_of(second, day)
    assert not parts.at_hand(first, day)
    assert parts.at_hand(second, day)


def test_a_catalogue_is_looked_for_once_and_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(ahead, "_find_on_disk", lambda domain, *_rest: looked.append(domain))
    monkeypatch.setattr(gettext, "find", gettext.find)
    ahead._find_once.cache_clear()
    ahead.find_once()
    for _number in range(3):
        gettext.gettext("一句话")
    assert len(looked) == 1
    monkeypatch.setitem(os.environ, "LANGUAGE", "en")
    gettext.gettext("一句话")
    assert len(looked) == 2
    ahead._find_once.cache_clear()
