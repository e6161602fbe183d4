"""Words that cannot all be right are shown with the chain and the cure, to those whom they concern, and can be taken back there."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.match.grouping.rulings import in_order, sampled
from qingzhuang.model.organisation import Seat
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext
from qingzhuang.store import clock
from qingzhuang.store.pairs.reviewing import rulings_now, say
from tests.web.conftest import People
from tests.web.desk.village import sent
from tests.web.review.test_review import OTHER, Browser

ONE, HUB = "夜间看护安排", "看护安排"
A, B, C = (
    ItemContext(label, title, "人")
    for label, title in ((ONE, "困难群众花名册"), (HUB, "独居老人花名册"), (OTHER, "高龄老人花名册"))
)


def _said(seat: Seat, a: ItemContext, b: ItemContext, reply: Reply) -> None:
    say([Said(a, b, reply, f"{seat.name}（{seat.unit.name}）", f"#{seat.holder}", clock.now())])


def settled(people: People, a: ItemContext, b: ItemContext, reply: Reply) -> None:
    for seat in (people.post, people.colleague):
        _said(seat, a, b, reply)


def _page(browser: Client) -> str:
    return browser.get("/review/").content.decode()


@pytest.fixture
def chain(people: People) -> None:
    """Two words that join two items by a third."""
    settled(people, A, B, Reply.SAME)
    settled(people, B, C, Reply.SAME)


def test_a_form_that_asks_both_ends_of_a_chain_raises_the_alarm(
    people: People, as_: Browser, chain: None
) -> None:
    assert "对不上" not in _page(as_(people.post))
    sent(people, "看护对象花名册", ("姓名", "公民身份号码", ONE, OTHER))
    for seat in (people.post, people.admin):
        page = _page(as_(seat))
        for words in ("有 1 处对不上", "《看护对象花名册》把这两栏并排着问", HUB, "怎么办", "发表单位"):
            assert words in page
    assert "对不上" not in _page(as_(people.outsider)), "no such form lies on that desk"


def test_a_word_against_a_chain_raises_the_alarm_until_one_is_taken_back(
    people: People, as_: Browser, chain: None
) -> None:
    settled(people, A, C, Reply.DIFFERENT)
    assert rulings_now().alike == ()
    page = _page(as_(people.post))
    assert "有 1 处对不上" in page
    assert "和别的话对不上，先不用" in page
    assert "对不上" not in _page(as_(people.outsider)), (
        "whoever said nothing of it is not shown what others said"
    )
    alarm = page[page.index("odds") : page.index("您最近定的")]
    numbers = re.findall(r'name="number" value="(\d+)"', alarm)
    assert len(numbers) == 3, "one of each pair is one's own"
    for browser in (as_(people.post), as_(people.admin)):
        shown = re.findall(r'name="number" value="(\d+)"', _page(browser))
        assert browser.post("/review/undo", {"number": shown[0]}).status_code == 302
    assert in_order(A, C)[0] not in rulings_now().waiting


def test_persons_who_disagree_see_each_other_and_nobody_else_does(people: People, as_: Browser) -> None:
    _said(people.post, A, C, Reply.SAME)
    _said(people.colleague, A, C, Reply.DIFFERENT)
    for seat in (people.post, people.colleague, people.admin):
        page = _page(as_(seat))
        assert "说：同一项" in page
        assert "说：不同" in page
        assert "各自再按一次" in page
    assert "说：同一项" not in _page(as_(people.outsider))
    assert isinstance(sampled(in_order(A, C)[0]), bool)


def test_alarms_ask_the_database_nothing_more(
    people: People, as_: Browser, chain: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    settled(people, A, C, Reply.DIFFERENT)
    for number in range(3):
        sent(people, f"第{number}批看护花名册", ("姓名", ONE, OTHER, f"送餐{number}打算"))

    client = as_(people.post)
    with django_assert_max_num_queries(6):
        client.get("/review/")
