"""A long text is read closely only where it speaks of an act, and in what follows."""

from itertools import pairwise

from qingzhuang.check.text.zones import zones

PLAIN = "今年小麦长势良好,村里的水渠已经通水。\n"


def test_a_short_text_is_read_whole() -> None:
    assert zones("请打卡", [(1, 3)]) == [(0, 3)]


def test_of_a_long_text_the_paragraph_and_the_next_are_read() -> None:
    text = PLAIN * 40 + "请打卡。\n漏打的扣分。\n" + PLAIN * 40
    at = text.index("打卡")
    assert [text[low:high] for low, high in zones(text, [(at, at + 2)])] == ["请打卡。\n漏打的扣分。"]


def test_stretches_stand_apart_and_in_order() -> None:
    text = (PLAIN + "打卡。\n") * 60
    seen = [(at, at + 2) for at in range(len(text)) if text.startswith("打卡", at)]
    found = zones(text, seen)
    assert all(low < high for low, high in found)
    assert all(left[1] < right[0] for left, right in pairwise(found))
    assert all(any(low <= at < high for low, high in found) for at, _ in seen)


def test_a_line_without_end_is_read_around_what_is_found() -> None:
    text = "天" * 5000 + "打卡" + "地" * 5000
    assert [high - low < 1200 for low, high in zones(text, [(5000, 5002)])] == [True]
