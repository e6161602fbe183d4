"""Tip-offs by place and kind: counts for the overseer, and no count so small, nor one that follows from sums, that one could guess
who spoke."""

from collections.abc import Sequence
from datetime import date

from qingzhuang.check.clue.shown import smallest_shown
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.clue_table import ClueTable, clue_table
from qingzhuang.pipeline.clues import check_clue

HELD = court(date(2026, 11, 26))


def tips(place: str, label: str, count: int) -> list[Checked]:
    text = f"线索类别：{label}\n发生地：{place}\n反映内容：办公室的打印机经常坏。"
    return [check_clue(f"{number}.txt", text, HELD) for number in range(count)]


def table(*done: Sequence[Checked]) -> ClueTable:
    return clue_table([each for listed in done for each in listed], 5)


def test_the_line_is_a_dated_parameter() -> None:
    assert smallest_shown(date(2026, 11, 26)) == 5


def test_counts_stand_by_place_and_kind() -> None:
    made = table(tips("云南/云岭县", "强制使用", 7), tips("云南/云岭县", "多头填报", 6))
    header, row, labels = made.lines()
    assert header[0] == "地方"
    assert header[1] == "A 强制使用"
    assert header[-1] == "线索件数"
    assert row == ("云南/云岭县", "7", "0", "0", "0", "6", "0", "0", "0", "0", "13")
    assert labels[1] == "强制使用"


def test_a_small_count_is_hidden_and_does_not_follow_from_the_whole() -> None:
    _header, row, labels = table(tips("青禾", "强制使用", 9), tips("青禾", "过度留痕", 2)).lines()
    assert row[1] == "9"
    assert row[3] == "少于5"
    assert row[-1] == "5件以上"
    assert labels[3] == ""


def test_places_with_too_few_stand_together() -> None:
    made = table(tips("甲", "强制使用", 3), tips("乙", "强制使用", 4), tips("丙", "强制使用", 5))
    assert [(row.place, row.counts["A"], row.whole) for row in made.rows] == [
        ("丙", 5, 5),
        ("其他地方（各不到5件）", 7, 7),
    ]


def test_where_all_are_few_nothing_is_told_but_that() -> None:
    _header, row, _labels = table(tips("甲", "强制使用", 1)).lines()
    assert set(row[1:]) == {"少于5"}


def test_what_was_no_tip_off_is_not_counted() -> None:
    assert table([]).rows == ()
