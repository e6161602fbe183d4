"""The first look at a text never overlooks a word that a practice needs."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.check.text.acts import may_hold, triggers
from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.normal import hidden

PIECES = st.lists(
    st.sampled_from([*triggers().words, *"的一打卡积分点赞。 \n", "ab"]) | st.text(max_size=4), max_size=8
)


def test_every_word_is_seen_wherever_it_stands() -> None:
    assert [word for word in triggers().words if not may_hold(f"请{word}。") or not may_hold(word)] == []


@given(PIECES)
def test_the_first_look_says_what_a_plain_search_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    listed = (*triggers().words, *(table("look")["short"] if len(text) <= 240 else ()))
    assert may_hold(text) == (any(word in text for word in listed) or hidden(text))


def test_no_word_is_looked_for_that_holds_another() -> None:
    words = triggers().words
    assert len(words) > 2_000
    assert [word for word in words if any(other != word and other in word for other in words)] == []
