"""The people's queue is readable in English."""

import pytest

from tests.web.conftest import People
from tests.web.english import in_english, left_in_chinese
from tests.web.review.test_review import Browser, _page, _pair, _say, pair

__all__ = ["pair"]
DATA = {"公民身份号码", "姓名"}


@pytest.mark.usefixtures("pair")
def test_a_pair_is_asked_in_english(people: People, as_: Browser) -> None:
    browser = in_english(as_(people.post))
    shown = _page(browser)
    assert "Are these two columns the same item?" in shown
    assert not left_in_chinese(shown) - DATA
    assert _say(browser, _pair(shown), "same") == 302
    assert not left_in_chinese(_page(browser)) - DATA
    assert "这两栏是不是同一项" not in _page(as_(people.post))


@pytest.mark.usefixtures("pair")
def test_why_is_told_to_each_in_their_own_language(people: People, as_: Browser) -> None:
    """What is kept between two looks is kept for each language."""
    first = _page(as_(people.post))
    assert _page(in_english(as_(people.post))) != first
    assert _page(as_(people.post)).count("还有") == first.count("还有")


def test_the_administrator_s_side_is_in_english(people: People, as_: Browser) -> None:
    shown = _page(in_english(as_(people.admin)))
    assert "Share with other places" in shown
    assert not left_in_chinese(shown) - DATA
