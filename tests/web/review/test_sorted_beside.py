"""Nobody waits while hundreds of forms are held against each other: that is done beside the page, which says so."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.pairs import at_hand as pairs_at_hand
from qingzhuang.web import jobs
from tests.web.conftest import People
from tests.web.desk.village import sent
from tests.web.review.test_review import ONE, OTHER

As = Callable[[Seat | None], Client]


@pytest.fixture
def page(
    people: People, as_: As, settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], str]:
    """The people's queue of a post on whose desk two forms lie, where one is all that a page may look at itself."""
    settings.WORKER = True
    monkeypatch.setattr(pairs_at_hand, "AT_ONCE", 1)
    assert pairs_at_hand in jobs.__dict__.values()
    sent(people, "困难群众花名册", ("姓名", "公民身份号码", ONE))
    sent(people, "高龄老人花名册", ("姓名", "公民身份号码", OTHER))
    client = as_(people.post)
    return lambda: client.get("/review/").content.decode()


def test_the_page_comes_at_once_and_has_the_pairs_once_they_are_sorted(
    page: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as watched:
        watched.setattr(pairs_at_hand, "group", None)
        assert "新来的表正在排" in page()
    assert work_one(clock.now())
    monkeypatch.setattr(pairs_at_hand, "group", None)
    assert "新来的表正在排" not in page()
    assert not work_one(clock.now())


def test_what_was_sorted_beside_is_what_a_page_would_find_itself(
    people: People, page: Callable[[], str], settings: DjangoSettings
) -> None:
    page()
    work_one(clock.now())
    beside = pairs_at_hand.pairs_at_hand(people.post, clock.now())
    settings.WORKER = False
    assert pairs_at_hand.pairs_at_hand(people.post, clock.now()) == beside
    assert beside.questions


def test_another_form_is_sorted_in_while_the_old_pairs_are_shown(
    people: People, page: Callable[[], str]
) -> None:
    page()
    work_one(clock.now())
    before = pairs_at_hand.pairs_at_hand(people.post, clock.now()).questions
    sent(people, "第三张", ("序号", "姓名", "联系电话"))
    now = pairs_at_hand.pairs_at_hand(people.post, clock.now())
    assert now.sorting
    assert now.questions == before
