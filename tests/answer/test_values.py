"""What people type is kept as one plain value; what does not look like its type is kept as it stands."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from qingzhuang.answer.values import Shape, read_value
from qingzhuang.model.form import ItemType
from qingzhuang.model.sheet import Scalar


@pytest.mark.parametrize(
    ("typed", "type_", "kept"),
    [
        (" 99010119450302122 x", ItemType.ID_NUMBER, "99010119450302122X"),
        ("'990101194503021225", ItemType.ID_NUMBER, "990101194503021225"),
        (13900000001, ItemType.PHONE, "13900000001"),
        ("139-0000-0001", ItemType.PHONE, "13900000001"),
        ("+86 139 0000 0001", ItemType.PHONE, "13900000001"),
        ("0999-1234567", ItemType.PHONE, "0999-1234567"),
        ("2026.3.5", ItemType.DATE, date(2026, 3, 5)),
        (20260305, ItemType.DATE, date(2026, 3, 5)),
        ("2026年3月5日", ItemType.DATE, date(2026, 3, 5)),
        (46086, ItemType.DATE, date(2026, 3, 5)),
        (datetime(2026, 3, 5), ItemType.DATE, date(2026, 3, 5)),  # noqa: DTZ001 - a sheet has no zone
        ("2026年3月", ItemType.DATE, "2026-03"),
        ("2026.03", ItemType.MONTH, "2026-03"),
        ("√", ItemType.YESNO, "是"),
        ("×", ItemType.YESNO, "否"),
        ("□是 ☑否", ItemType.YESNO, "否"),
        ("不清楚，待核", ItemType.YESNO, "不清楚，待核"),
        ("1,200元", ItemType.NUMBER, 1200),
        ("1.5万", ItemType.NUMBER, 15000),
        ("3人", ItemType.INTEGER, 3),
        ("三口人", ItemType.INTEGER, "三口人"),
        (7.0, ItemType.TEXT, "7"),
        ("007", ItemType.TEXT, "007"),
        ("　甲村 ", ItemType.TEXT, "甲村"),
    ],
)
def test_typed_in_many_ways_kept_in_one(typed: Scalar, type_: ItemType, kept: Scalar) -> None:
    assert read_value(typed, str(typed), Shape(type_)) == kept


@pytest.mark.parametrize("nothing", ["", " ", "/", "—", "不详", None])
@pytest.mark.parametrize("type_", list(ItemType))
def test_a_blank_says_nothing(nothing: str | None, type_: ItemType) -> None:
    assert read_value(nothing, nothing or "", Shape(type_)) is None


def test_amounts_are_kept_in_the_elements_unit_exactly() -> None:
    assert read_value("0.1", "0.1", Shape(ItemType.NUMBER, factor=Fraction(10_000))) == 1000


def test_a_permitted_word_is_recognised_when_only_one_fits() -> None:
    nations = Shape(ItemType.CODE, ("汉族", "壮族"))
    assert read_value("汉", "汉", nations) == "汉族"
    assert read_value("01-汉族", "01-汉族", nations) == "汉族"
    assert read_value("汉", "汉", Shape(ItemType.CODE, ("汉族", "汉化"))) == "汉"
    assert read_value("其他族", "其他族", nations) == "其他族"
