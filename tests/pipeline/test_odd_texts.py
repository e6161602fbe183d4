"""No text is too odd: control marks, lone surrogates, right-to-left, mixed width, one endless line. Nothing crashes; every span
lies in the text."""

import io
import random
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.check.deadline import deadlines
from qingzhuang.check.group.same import Board, plain
from qingzhuang.check.text import mentions
from qingzhuang.intake.chats.read import SHAPES, read_chat, shape_of
from qingzhuang.law.calendar import calendar
from qingzhuang.pipeline.checking import check_text, court
from qingzhuang.pipeline.clues import check_clue
from qingzhuang.pipeline.groups import check_chat
from qingzhuang.privacy.find import find

COURT = court(date(2026, 11, 25))
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
WORDS = (
    "每天打卡", "务必", "APP", "点赞", "截图上传", "不得", "“", "”", "（", "【", "10分钟内回复", "95%", "\x00", "\x1b[31m", "\u202e", "\u200b",
    "\ud800", "\udfff", "\u0301", "\uff21\uff30\uff30", "１２", "\r", "\n", "\u2028", "。", "，", "13812345678", "99010519491231002X", "村民王建国",
    "11月25日17:00前", "20261125", "明天下班前", "@所有人", "2026-10-05 21:40:12 老王(12345)\n", "{\"msgtype\":", "qz:ok",
)  # fmt: skip
ODD = st.lists(st.sampled_from(WORDS) | st.text(st.characters(codec=None), max_size=6), max_size=24).map(
    "".join
)


@given(ODD)
@settings(deadline=None)
def test_any_text_is_checked_and_every_span_lies_in_it(text: str) -> None:
    spans = [(each.start, each.end, each.text) for each in check_text(text, COURT)]
    spans += [(each.start, each.end, each.text) for each in mentions(text)]
    for start, end, words in spans:
        assert start is not None
        assert end is not None
        assert 0 <= start < end <= len(text)
        assert words == text[start:end]
    for personal in find(text):
        assert 0 <= personal.start < personal.end <= len(text)
    for deadline in deadlines(text, NOON, calendar()):
        assert deadline.text == text[deadline.start : deadline.end]
    Board().number(plain(text))
    check_clue("线索.txt", text, COURT)


@given(ODD)
@settings(deadline=None)
def test_any_export_is_read_to_its_end(text: str) -> None:
    for shape in SHAPES:
        check_chat("群.txt", shape.read(io.StringIO(text, newline="")), COURT)


@given(st.binary(max_size=200) | ODD.map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(deadline=None)
def test_any_bytes_are_a_chat_or_are_none(content: bytes) -> None:
    if shape_of(content) is not None:
        check_chat("群.txt", read_chat("群.txt", io.BytesIO(content)), COURT)


def test_a_million_letters_on_one_line_are_read() -> None:
    rng = random.Random(3)  # noqa: S311
    line = "".join(rng.choice("青禾镇水利站农田灌溉准备下周检修") for _ in range(1_000_000))
    assert check_text(line, COURT) == []
    assert find(line) == ()
    found = check_text(line + "请各村干部每天在APP上打卡，不得遗漏。", COURT)
    assert [each.start is not None and each.start >= len(line) - 1 for each in found] == [True] * len(found)
    assert found
