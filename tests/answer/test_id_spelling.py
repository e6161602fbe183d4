"""ID numbers as forms want them written."""

import pytest

from qingzhuang.answer.id_spelling import spelt

NUMBER = "99010119900101123X"


@pytest.mark.parametrize(
    ("label", "hint", "written"),
    [
        ("身份证号", "", NUMBER),
        ("身份证号", "如990101********1234", "990101********123X"),
        ("身份证号", "例：9901＊＊＊＊＊＊＊＊＊＊1234", "9901＊＊＊＊＊＊＊＊＊＊123X"),
        ("身份证号码（脱敏）", "", "990101********123X"),
        ("身份证号（隐去出生日期）", "", "990101********123X"),
        ("身份证号", "990101 19900101 1234", "990101 19900101 123X"),
        ("身份证号", "990-101-1990-0101-1234", "990-101-1990-0101-123X"),
        ("身份证号后四位", "", "123X"),
        ("身份证号（末6位）", "", "01123X"),
        ("身份证号", "必填，18位", NUMBER),
        ("身份证号", "如19500101", NUMBER),
        ("身份证号", "联系电话 010-12345678", NUMBER),
        ("身份证号", "2026-01-02", NUMBER),
    ],
)
def test_a_number_is_written_as_the_form_shows_or_says(label: str, hint: str, written: str) -> None:
    """By the sample in its hint, by its own words, else as it is."""
    assert spelt(NUMBER, label, hint) == written


@pytest.mark.parametrize("given", ["无", "990101900101123", "990101********123X", "A1234567(8)"])
def test_what_is_no_full_number_stays_as_it_was_given(given: str) -> None:
    """Fifteen digits, a masked number, another document are not cut or grouped."""
    assert spelt(given, "身份证号（脱敏）", "990101 19900101 1234") == given
