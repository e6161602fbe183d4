"""All that was said can be found and taken back, not only the last few; a later answer of one person replaces his earlier one."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Seat
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext
from qingzhuang.store import clock
from qingzhuang.store.pairs.reviewing import rulings_now, said_until, say
from tests.web.conftest import People
from tests.web.review.test_review import Browser, _page


def _say(seat: Seat, number: int, reply: Reply = Reply.DIFFERENT) -> int:
    pair = [
        ItemContext(f"送餐{number}{label}", f"{title}{number}册", "人")
        for label, title in (("打算", "独居老人"), ("安排", "高龄老人"))
    ]
    who = f"{seat.name}（{seat.unit.name}）"
    return say([Said(pair[0], pair[1], reply, who, f"#{seat.holder}", clock.now())])[0]


@pytest.fixture
def many(people: People) -> list[int]:
    """Forty-five answers of one post, one of its colleague."""
    found = [_say(people.post, number) for number in range(45)]
    return [*found, _say(people.colleague, 99)]


def _list(browser: Client, address: str = "/review/said/") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_answer_is_on_some_page_and_the_last_one_stands_first(
    people: People, as_: Browser, many: list[int]
) -> None:
    browser = as_(people.post)
    assert "全部 45 条" in _page(browser)
    pages = [_list(browser, f"/review/said/?p={part}") for part in (1, 2, 3)]
    shown = [re.findall(r'name="number" value="(\d+)"', page) for page in pages]
    assert [len(each) for each in shown] == [20, 20, 5]
    assert [int(each) for page in shown for each in page] == sorted(many[:-1], reverse=True)
    assert "第 3 页，共 3 页" in pages[2]
    assert "第 3 页，共 3 页" in _list(browser, "/review/said/?p=99")


def test_an_old_answer_is_found_by_words_and_taken_back_where_it_was_found(
    people: People, as_: Browser, many: list[int]
) -> None:
    browser = as_(people.post)
    page = _list(browser, "/review/said/?q=送餐7安排")
    assert re.findall(r'name="number" value="(\d+)"', page) == [str(many[7])]
    assert "“送餐7打算”（《独居老人7册》）" in page
    assert "45 条里找到 1 条" in page
    undo = {"number": many[7], "listed": "1", "q": "送餐7安排", "p": 1}
    answer = browser.post("/review/undo", undo)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/review/said/?q=")
    assert many[7] not in {each.number for each in said_until()}
    assert "没有找到" in _list(browser, answer["Location"])


def test_a_post_sees_its_own_answers_and_an_administrator_all_that_need_not_be_blind(
    people: People, as_: Browser, many: list[int]
) -> None:
    assert "送餐99打算" not in _list(as_(people.post), "/review/said/?q=送餐99")
    assert "送餐99打算" in _list(as_(people.colleague))
    found = rulings_now().pairs
    settled = sum(each.state.value == "settled" for each in found.values())
    assert f"一共 {settled} 条" in _list(as_(people.admin))
    for seat in (people.issuer, people.overseer):
        assert as_(seat).get("/review/said/").status_code == 403


@pytest.mark.parametrize(
    "query", ["q=" + "x" * 5000, "p=0", "p=x", "p=" + "9" * 40, "q=%00", "q=<script>alert(1)"]
)
def test_odd_addresses_show_a_page(people: People, as_: Browser, many: list[int], query: str) -> None:
    assert "<script>alert" not in _list(as_(people.post), f"/review/said/?{query}")


def test_the_list_asks_the_database_little_however_long_it_is(
    people: People, as_: Browser, many: list[int], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_(people.post)
    with django_assert_max_num_queries(6):
        _list(browser)


def test_who_could_not_say_and_then_says_has_one_answer_in_use(people: People, as_: Browser) -> None:
    first, second = _say(people.post, 1, Reply.UNKNOWN), _say(people.post, 1, Reply.SAME)
    page = _list(as_(people.post))
    rows = re.findall(r'<li class="paper">.*?</li>', page, re.S)
    assert len(rows) == 2
    assert f'value="{second}"' in rows[0]
    assert "后来改了口" not in rows[0]
    assert f'value="{first}"' in rows[1]
    assert "后来改了口，这一条不再算" in rows[1]
    as_(people.post).post("/review/undo", {"number": second})
    assert "后来改了口" not in _list(as_(people.post)), "the earlier one stands again"
