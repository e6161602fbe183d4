"""Marks stand on the words that they mean, one number a rule, and hide nothing of the text."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.gate import Screening
from qingzhuang.web.gate.marks import LONGEST, finds_of, paragraphs_of


def finding(
    start: int | None, end: int | None, code: str = "A", gravity: Gravity = Gravity.BREACH
) -> Finding:
    return Finding(
        code,
        "题",
        gravity,
        "不得",
        "规定",
        "",
        "话",
        quoted=False,
        where="",
        message="",
        start=start,
        end=end,
    )


def screened(text: str, *findings: Finding) -> Screening:
    return Screening("稿.txt", "稿", findings, text)


def _text(found: Screening) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in paragraphs_of(found))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6))
def test_whatever_spans_overlap_no_letter_is_lost_or_said_twice(spans: list[tuple[int, int]]) -> None:
    text = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"
    found = screened(text, *(finding(min(pair), max(pair), f"{at}") for at, pair in enumerate(spans)))
    assert _text(found) == text


def test_two_places_of_one_rule_bear_one_number() -> None:
    found = screened(
        "不得甲，不得乙，应当丙", finding(0, 3), finding(4, 7), finding(8, 11, "B", Gravity.ADVICE)
    )
    marked = [(piece.text, piece.numbers) for line in paragraphs_of(found) for piece in line if piece.numbers]
    assert marked == [("不得甲", (1,)), ("不得乙", (1,)), ("应当丙", (2,))]
    assert [each.number for each in finds_of(found, {}, {})] == [1, 2]
    assert [each.to_change for each in finds_of(found, {}, {})] == [True, False]


def test_findings_over_one_another_share_a_passage_that_shows_all_their_numbers() -> None:
    found = screened(
        "未打卡的按日通报排名。不得乙",
        finding(0, 6),
        finding(0, 10, "B"),
        finding(4, 8, "C", Gravity.ADVICE),
        finding(11, 14, "C", Gravity.ADVICE),
    )
    marked = [(piece.text, piece.numbers) for line in paragraphs_of(found) for piece in line if piece.numbers]
    assert marked == [("未打卡的按日通报排名", (1, 2, 3)), ("不得乙", (3,))]
    shown = {number for _text, numbers in marked for number in numbers}
    assert shown == {each.number for each in finds_of(found, {}, {})}
    assert paragraphs_of(found)[0][0].look == "breach"


def test_a_mark_does_not_begin_inside_a_time_of_day() -> None:
    found = screened("每日17:00前打卡", finding(5, 10))
    assert [piece.text for piece in paragraphs_of(found)[0] if piece.numbers] == ["17:00前打卡"]


def test_of_a_very_long_draft_only_what_is_round_the_marks_is_shown() -> None:
    text = "甲" * LONGEST + "打卡" + "乙" * LONGEST
    shown = _text(screened(text, finding(LONGEST, LONGEST + 2)))
    assert "打卡" in shown
    assert len(shown) < 1_000


def test_direction_marks_and_identity_numbers_are_not_shown() -> None:
    shown = _text(screened("请\u202e甲99010119600101123X打卡", finding(22, 24)))
    assert "\u202e" not in shown
    assert "990101" not in shown
