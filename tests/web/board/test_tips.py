"""Anybody may tell; nothing tells who it was; a kind with few tip-offs is never shown."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.store.models import ClueRow, TrailRow
from qingzhuang.web.board.slow import MOST_FROM_ONE
from tests.web.conftest import People

Browser = Callable[[Seat | None], Client]
TOLD = "镇里要求每个村干部每天在小程序里打卡，没打的在群里通报。联系我19900001111，张三丰 990101199001011234"


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


SAME_ILL = (
    "每天要在小程序打卡，不打就点名",
    "要求网格员每天在小程序里打卡",
    "护林员也要每天在小程序里打卡",
    "小程序每天必须打卡，周末也要",
)


def _tell(words: str = TOLD, whence: str = "10.0.0.1", **more: str) -> int:
    return Client().post("/board/tip", {"words": words, **more}, REMOTE_ADDR=whence).status_code


def _several_tell(how_many: int) -> None:
    """So many people, each in their own words and from their own telephone."""
    for number, words in enumerate((TOLD, *SAME_ILL)[:how_many]):
        assert _tell(words, f"10.0.1.{number}") == 200


def test_a_tip_needs_no_account_and_keeps_no_trace_of_its_writer(people: People) -> None:
    answer = Client().post("/board/tip", {"words": TOLD}, REMOTE_ADDR="10.9.8.7", HTTP_USER_AGENT="phone")
    assert "收到了" in answer.content.decode()
    row = ClueRow.objects.get()
    assert "19900001111" not in row.text
    assert "990101199001011234" not in row.text
    assert not TrailRow.objects.exists(), "a step on the trail would tell the hour"
    assert not [each for each in ClueRow._meta.fields if each.get_internal_type() == "DateTimeField"]
    assert "10.9.8.7" not in row.text
    assert "sessionid" not in answer.cookies


def test_fewer_than_the_least_are_neither_shown_nor_counted(people: People, as_: Browser) -> None:
    _several_tell(4)
    page = as_(people.overseer).get("/board/clues").content.decode()
    assert "还没有哪一类满 5 条" in page
    assert "打卡" not in page
    assert "4 条" not in page


def test_enough_of_a_kind_show_the_kind_its_rules_and_masked_words(people: People, as_: Browser) -> None:
    _several_tell(5)
    _tell("一周交了六张台账，内容都一样，重复填报。")
    page = as_(people.overseer).get("/board/clues").content.decode()
    assert "5 条" in page
    assert "打卡" in page
    assert "六张台账" not in page
    assert "199****1111" in page or "1111" in page
    assert "19900001111" not in page


def test_one_visitor_alone_makes_no_kind_visible(people: People, as_: Browser) -> None:
    """Not by the same words from anywhere, a sign or a digit changed, nor by other words from one place in a day."""
    for number in range(6):
        assert _tell(f"{TOLD}！第 {number} 次", f"10.0.2.{number}") == 200
    assert "还没有哪一类满 5 条" in as_(people.overseer).get("/board/clues").content.decode()
    taken = [_tell(words, "10.0.3.1") for words in SAME_ILL]
    assert taken == [200] * MOST_FROM_ONE + [429]
    assert "还没有哪一类满 5 条" in as_(people.overseer).get("/board/clues").content.decode()


def test_only_an_overseer_of_the_whole_reads_them(people: People, as_: Browser) -> None:
    for seat in (people.post, people.issuer, people.admin):
        assert as_(seat).get("/board/clues").status_code == 403


def test_who_sends_too_many_is_asked_to_wait_and_loses_nothing(people: People) -> None:
    for _time in range(MOST_FROM_ONE):
        assert _tell() == 200
    answer = Client().post("/board/tip", {"words": TOLD}, REMOTE_ADDR="10.0.0.1")
    assert answer.status_code == 429
    assert "每天在小程序里打卡" in answer.content.decode()
    assert ClueRow.objects.count() == MOST_FROM_ONE


def test_behind_another_server_each_visitor_has_their_own_measure(people: People) -> None:
    for number in range(MOST_FROM_ONE + 2):
        answer = Client().post("/board/tip", {"words": TOLD}, HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
        assert answer.status_code == 200


@pytest.mark.parametrize("words", ["", " ", "请" * 5000, "a\0b", "\u202eabc", "<script>alert(1)</script>"])
def test_whatever_is_told_ends_in_words(people: People, as_: Browser, words: str) -> None:
    assert _tell(words) in (200, 400)
    assert _tell("有事", category="Z") == 400
    assert _tell("有事", top="999999") == 200
    for _time in range(MOST_FROM_ONE):
        _tell(words)
    assert "<script>" not in as_(people.overseer).get("/board/clues").content.decode()


def test_without_units_nothing_is_taken(db: None) -> None:
    page = Client().get("/board/tip").content.decode()
    assert "先收不了" in page
    assert _tell() == 400
