"""Many patterns read as one choice find what one long alternation finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.check.text.choice import Choice
from qingzhuang.check.text.lexicon import spelt, table

PIECES = (
    "每",
    "天",
    "打",
    "卡",
    "3",
    "十",
    "次",
    "张",
    "分",
    "钟",
    "安装",
    "率",
    "不少于",
    "内",
    "群",
    "里",
    "接",
    "，",
    "。",
    "局",
    "的",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.integers(0, 6), st.integers(0, 30))
def test_numbers_are_found_as_by_one_alternation(pieces: list[str], start: int, size: int) -> None:
    text = "".join(pieces)
    named = {name: spelt(source) for name, source in table("classes/constraints")["numbers"].items()}
    whole = re.compile("|".join(f"(?P<{name}>{source})" for name, source in named.items()))
    end = min(start + size, len(text))
    found = [(each.span(), each.lastgroup) for each in Choice(named).finditer(text, min(start, end), end)]
    assert found == [(each.span(), each.lastgroup) for each in whole.finditer(text, min(start, end), end)]
