"""An issuer says once whether two columns of the own form are one; posts see it, and nobody else may say it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.match.grouping.rulings import rulings
from qingzhuang.model.organisation import Seat
from qingzhuang.model.review import Reply
from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft
from qingzhuang.store.pairs.reviewing import said_until
from qingzhuang.store.trail import steps
from tests.web.conftest import People
from tests.web.desk.village import TIAN, form, known, sent, task_of

Browser = Callable[[Seat | None], Client]
COLUMNS = ("姓名", "公民身份号码", "手机号码", "移动电话", "是否党员")


@pytest.fixture
def draft(people: People) -> Sent:
    """A draft that asks one thing twice."""
    return bring_draft(people.issuer.unit, "党员花名册.xlsx", form(columns=COLUMNS), clock.now())


def _page(browser: Client, number: int) -> str:
    return browser.get(f"/gate/{number}").content.decode()


def _pair(page: str) -> str:
    found = re.search(r'name="pair" value="([0-9a-f]{16})"', page)
    assert found
    return found[1]


def _settle(browser: Client, number: int, pair: str, reply: str) -> int:
    return int(browser.post(f"/gate/{number}/twice", {"pair": pair, "reply": reply}).status_code)


def test_the_gate_shows_both_columns_and_one_key_settles_it(
    people: People, as_: Browser, draft: Sent
) -> None:
    browser = as_(people.issuer)
    page = _page(browser, draft.number)
    for words in (
        "“手机号码”",
        "“移动电话”",
        "好像问的是同一项",
        "有 1 处请您定",
        'data-key="1"',
        'data-key="4"',
    ):
        assert words in page
    assert _settle(browser, draft.number, _pair(page), "repeated") == 302
    (said,) = said_until()
    assert (said.reply, said.who) == (Reply.REPEATED, f"{people.issuer.name}（{people.issuer.unit.name}）")
    assert steps()[0].act.value == "paired"
    page = _page(browser, draft.number)
    assert "有 1 处请您定" not in page
    assert "村里答一次，两栏都有" in page
    assert "改成：是两项" in page
    assert "和“手机号码”是同一项" in page, "the column need not be asked"
    assert _settle(browser, draft.number, _pair(page), "apart") == 302
    assert rulings(said_until()).twice[_pair(page)].reply is Reply.APART
    assert "请在表上写明差别" in _page(browser, draft.number)


def test_no_other_office_and_no_post_may_say_it(people: People, as_: Browser, draft: Sent) -> None:
    pair = _pair(_page(as_(people.issuer), draft.number))
    for seat in (people.post, people.overseer, people.admin):
        assert _settle(as_(seat), draft.number, pair, "apart") in (403, 404)
    for wrong in ("0" * 16, "x" * 1_000_000, "<script>", ""):
        assert _settle(as_(people.issuer), draft.number, wrong, "apart") == 404
    for reply in ("same", "different", "equal\0"):
        assert _settle(as_(people.issuer), draft.number, pair, reply) == 404
    assert said_until() == ()


def test_whoever_fills_the_form_is_told(people: People, as_: Browser) -> None:
    known(people.post.unit.name, TIAN, person__mobile="13900000000")
    demand = sent(people, columns=COLUMNS)
    desk = as_(people.post)
    address = f"/desk/{task_of(people, demand).number}/"
    assert "好像问的是同一项" in desk.get(address).content.decode()
    issuer = as_(people.issuer)
    pair = _pair(_page(issuer, demand.number))
    assert _settle(issuer, demand.number, pair, "apart") == 302
    page = desk.get(address).content.decode()
    assert "是两项" in page
    assert "各答各的，不拿一栏去填另一栏" in page
    assert "移动电话" in page, "it is asked in its own words"


def test_an_administrator_may_say_it_for_an_office_that_is_not_here(people: People, as_: Browser) -> None:
    sent(people, columns=COLUMNS)
    assert "一张表里好像问了两遍" in as_(people.post).get("/review/").content.decode()
    browser = as_(people.admin)
    page = browser.get("/review/").content.decode()
    pair = re.search(r'action="/review/twice".*?name="pair" value="([0-9a-f]{16})"', page)
    assert pair
    assert as_(people.post).post("/review/twice", {"pair": pair[1], "reply": "apart"}).status_code == 403
    assert browser.post("/review/twice", {"pair": "0" * 16, "reply": "apart"}).status_code == 400
    assert browser.post("/review/twice", {"pair": pair[1], "reply": "apart"}).status_code == 302
    assert "是两项，各答各的" in browser.get("/review/").content.decode()


def test_the_page_asks_the_database_as_often_however_many_are_asked_twice(
    people: People, as_: Browser, draft: Sent, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    more = bring_draft(
        people.issuer.unit, "名册.xlsx", form("名册", (*COLUMNS, "文化程度", "学历")), clock.now()
    )
    browser = as_(people.issuer)
    for number in (draft.number, more.number):
        _page(browser, number)
        with django_assert_max_num_queries(13):
            browser.get(f"/gate/{number}")
