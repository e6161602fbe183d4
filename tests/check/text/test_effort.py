"""Reading stays linear, whatever is thrown at it; a text without any word of an act costs one look."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
import yaml

from qingzhuang.check.text import practices
from qingzhuang.check.text.acts import find, lexicon, may_hold
from qingzhuang.check.text.lexicon import table

HOSTILE = {
    "one line of one act": "打卡",
    "one line without marks": "请全体村民每天打卡并转发朋友圈",
    "many lines": "请各村今天打卡。\n",
    "list items": "1.打卡\n",
    "quotes": "“打卡",
    "marks": "打卡,,,,,",
    "digits": "1234567890",
    "zero width": "打\u200b卡",
    "bans": "不得打卡,",
}


def calls(work: Callable[[], object]) -> int:
    """How many functions are entered, built-in ones too."""
    count = 0

    def on(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    practices(piece * 2000)  # what is made once, is made before
    once, twice = (calls(lambda n=n: practices(piece * n)) for n in (1000, 2000))  # type: ignore[misc]
    assert twice <= once * 2.3 + 2000


def test_a_look_finds_whatever_an_act_can_find() -> None:
    samples = yaml.safe_load(
        "[请打卡, 收到请回复, 每人投10票, 请大家转发朋友圈, 今天装好反诈软件, 两套台账都要报]"
    )
    for text in samples:
        assert list(find(text)), text
        assert may_hold(text)
    assert not may_hold("今年小麦长势良好,村里的水渠已经通水。" * 100)


def test_patterns_have_no_repeat_without_end() -> None:
    for acts in lexicon():
        for act in acts.acts:
            for found in (act.find, act.excluded, act.also):
                assert found is None or not {"*", "+"} & _repeats(found.pattern), act.id
    for name in ("demand", "report", "negation", "exempt", "voluntary", "document"):
        for source in table(name).values():
            for each in [source] if isinstance(source, str) else source:
                assert not {"*", "+"} & _repeats(each), each


def _repeats(pattern: str) -> set[str]:
    """The signs that repeat without end, those in a set of letters or quoted left out."""
    bare, quoted, within = set[str](), False, False
    for letter in pattern:
        if quoted:
            quoted = False
        elif letter == "\\":
            quoted = True
        elif within:
            within = letter != "]"
        elif letter == "[":
            within = True
        else:
            bare.add(letter)
    return bare
