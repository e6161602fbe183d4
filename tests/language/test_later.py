"""A message that is named once is said in the language of whoever is served."""

from collections.abc import Iterator
from html import escape

import pytest

from qingzhuang import language
from qingzhuang.language import (
    anew,
    gettext,
    in_source,
    later,
    speak_through,
    speaks_source,
    spoken_by,
    tongue,
)

ENGLISH = {"还差 {n} 格": "{n} <blank> cells", "今天": "today", "还差 %(n)s 格": "%(n)s cells missing"}
ENGLISH |= {"轻装": "Qingzhuang", "做完了。": "Done. ", "请看一眼。": "Please look."}


@pytest.fixture
def english() -> Iterator[None]:
    before = language._say
    speak_through(lambda message: ENGLISH.get(message, message))
    yield
    speak_through(before)


TODAY = later("今天")


def test_chinese_is_said_as_it_stands() -> None:
    assert f"{TODAY}" == str(TODAY) == gettext("今天") == "今天"


@pytest.mark.usefixtures("english")
def test_a_message_named_before_is_said_in_the_language_chosen_since() -> None:
    assert str(TODAY) == f"{TODAY}" == "today"
    assert TODAY + "!" == "today!"
    assert "<" + TODAY == "<today"
    assert later("还差 {n} 格").format(n=3) == "3 <blank> cells"
    assert later("还差 %(n)s 格") % {"n": 3} == "3 cells missing"


@pytest.mark.usefixtures("english")
def test_on_a_page_it_is_translated_and_made_harmless() -> None:
    assert later("还差 {n} 格").__html__() == escape("{n} <blank> cells")  # type: ignore[attr-defined]


@pytest.mark.usefixtures("english")
def test_it_stays_its_chinese_words_where_it_is_looked_up() -> None:
    assert {TODAY: 1}["今天"] == 1
    assert TODAY == "今天"


@pytest.mark.usefixtures("english")
def test_what_was_kept_in_chinese_is_said_anew() -> None:
    assert anew("还差 3 格", later("还差 {n} 格")) == "3 <blank> cells"
    assert anew("做完了。请看一眼。") == "Done. Please look."
    assert anew("做完了。原话在这里。") == "Done. 原话在这里。"
    assert anew("没人译过的话。") == "没人译过的话。"
    assert anew("") == ""


def test_in_chinese_what_was_kept_stays_as_it_is() -> None:
    assert anew("做完了。请看一眼。") == "做完了。请看一眼。"


@pytest.mark.usefixtures("english")
def test_what_is_kept_is_chinese_whoever_is_served() -> None:
    with in_source():
        assert str(TODAY) == gettext("今天") == "今天"
        assert speaks_source()
    assert gettext("今天") == "today"


def test_what_is_remembered_in_words_is_remembered_by_language() -> None:
    assert tongue() == "轻装"
    with spoken_by({"轻装": "Qingzhuang"}.__getitem__):
        assert tongue() == "Qingzhuang"
        assert not speaks_source()
