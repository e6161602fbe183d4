"""A form says how its answers are to be spelt, in its legend, its hint or its filled rows; what it does not say is not guessed."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.layout.spelling import spelling_of
from qingzhuang.model.form import ItemType

YESNO, TEXT = ItemType.YESNO, ItemType.TEXT


@pytest.mark.parametrize(
    ("label", "hint", "pairs"),
    [
        ("是否务农（1是 2否）", "", (("是", "1"), ("否", "2"))),
        ("是否务农（1.是；2.否）", "", (("是", "1"), ("否", "2"))),
        ("性别(1男2女)", "", (("男", "1"), ("女", "2"))),
        ("住房性质", "填代码：1自有 2租住 3借住", (("自有", "1"), ("租住", "2"), ("借住", "3"))),
        ("是否务农（0否 1是）", "", (("否", "0"), ("是", "1"))),
        ("是否务农（是打√）", "", (("是", "√"), ("否", ""))),
        ("是否务农", "是的打√，否打×", (("是", "√"), ("否", "×"))),
        ("是否务农", "是填1，否填0", (("是", "1"), ("否", "0"))),
        ("是否务农", "有填Y，没有不填", (("是", "Y"), ("否", ""))),
        ("是否务农（Y/N）", "", (("是", "Y"), ("否", "N"))),
        ("是否务农（√/×）", "", (("是", "√"), ("否", "×"))),
        ("有无耕地", "", (("是", "有"), ("否", "无"))),
        ("是否务农", "必填", ()),
        ("是否务农（1/2）", "", ()),
        ("是否务农", "1.必须如实填写 2.不得遗漏任何一户", ()),
    ],
)
def test_legends_and_hints_say_what_is_written_for_what_is_meant(
    label: str, hint: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    assert spelling_of(label, hint, codes=(), kind=YESNO) == pairs


@pytest.mark.parametrize(
    ("samples", "pairs"),
    [
        (["√", "", "√"], (("是", "√"), ("否", ""))),
        (["√", "√"], (("是", "√"),)),
        (["√", "×"], (("是", "√"), ("否", "×"))),
        (["Y", "Y"], (("是", "Y"), ("否", "N"))),
        (["无", "有"], (("是", "有"), ("否", "无"))),
        (["1", "2"], ()),
        (["1", "1"], ()),
        (["好", "√"], ()),
    ],
)
def test_filled_rows_show_the_marks_of_a_question_of_yes_and_no(
    samples: Sequence[str], pairs: tuple[tuple[str, str], ...]
) -> None:
    """1 and 2 without a legend may mean either; a tick without a blank beside it says nothing of no."""
    assert spelling_of("是否务农", "", codes=(), kind=YESNO, samples=samples) == pairs


def test_a_validation_goes_before_the_legend_unless_it_permits_the_numbers() -> None:
    label = "是否务农（1是 2否）"
    assert spelling_of(label, "", codes=("是", "否"), kind=YESNO) == ()
    assert spelling_of(label, "", codes=("1", "2"), kind=YESNO) == (("是", "1"), ("否", "2"))


def test_rows_that_show_the_words_of_a_legend_go_before_its_numbers() -> None:
    assert spelling_of("性别（1男2女）", "", codes=(), kind=TEXT, samples=["男", "女"]) == ()


def test_what_to_write_for_nothing_is_read_and_all_else_stays() -> None:
    assert spelling_of("联系电话", "没有请填“/”", codes=(), kind=TEXT) == (("无", "/"),)
    assert spelling_of("联系电话", "必填，无则填“无”", codes=(), kind=TEXT) == ()
