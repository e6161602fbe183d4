"""A chat pasted as one line a message is a chat, in the layouts that people paste; a notice with a programme is none."""

import io

import pytest

from qingzhuang.intake.chats.read import read_chat, shape_of
from qingzhuang.model.chat import Message


def read(text: str) -> list[Message]:
    return list(read_chat("群.txt", io.BytesIO(text.encode())))


@pytest.mark.parametrize(
    "line",
    [
        "2026-10-05 21:40 {name}: {said}",
        "2026/10/5 21:40:12 {name}：{said}",
        "[2026-10-05 21:40] {name}: {said}",
        "[2026-10-05 21:40]{name}：{said}",
        "2026年10月5日 下午 9:40 {name}：{said}",
        "{name} 2026-10-05 21:40：{said}",
        "{name} (2026-10-05 21:40):{said}",
        "{name}（2026-10-05 21:40）：{said}",
    ],
)
def test_a_line_with_time_name_and_words_is_a_message(line: str) -> None:
    said = ("请各村12:00前报数：户数、人数", "收到", "我村30户")
    text = "\n".join(line.format(name=name, said=words) for name, words in zip("甲乙丙", said, strict=True))
    found = read(text)
    assert [(each.sender, each.text) for each in found] == list(zip("甲乙丙", said, strict=True))
    assert all(each.at and (each.at.hour, each.at.minute, each.at.day) == (21, 40, 5) for each in found)


def test_a_time_without_a_day_is_no_moment_and_still_a_message() -> None:
    found = read("21:40 老王：请接龙\n21:41 小李：1\n1.甲\n2.乙\n21:45 小张：2\n22:00 老王：还差一人")
    assert [each.at for each in found] == [None] * 4
    assert found[1].text == "1\n1.甲\n2.乙"


@pytest.mark.parametrize(
    "text",
    [
        "关于召开会议的通知\n各村：\n定于明天开会。\n9:00 主持人：张某\n请准时参加。\n青禾镇人民政府\n2026年11月20日",
        "2026-11-20 9:00 会议室：三楼",
        "会议时间：2026年11月20日 9:00\n会议地点：三楼\n参加人员：各村书记",
    ],
)
def test_a_notice_with_a_programme_is_no_chat(text: str) -> None:
    assert shape_of(text.encode()) is None


def test_names_above_short_answers_are_not_cut_at_the_seconds() -> None:
    found = shape_of("甲 9:59:54 PM\n收到\n乙 10:00:04 PM\n丙 10:00:09 PM\n好".encode())
    assert found is not None
    assert found.name == "qq_copied"


def test_a_long_message_is_kept_whole() -> None:
    words = "请各村上报" * 2000
    assert read(f"2026-10-05 21:40 甲: {words}\n2026-10-05 21:41 乙: 好")[0].text == words
