"""What somebody types is read as the element's type, or the page says in words what does not fit."""

from datetime import date

import pytest

from qingzhuang.answer.accept import accept
from qingzhuang.answer.values import Shape
from qingzhuang.model.form import ItemType
from qingzhuang.model.id_number import check_character
from qingzhuang.model.sheet import Scalar

TODAY = date(2026, 11, 24)
FIRST = "99010119700305001"
GOOD = FIRST + check_character(FIRST)
WRONG = FIRST + ("1" if GOOD[-1] != "1" else "2")


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (ItemType.PHONE, " 139-0000-0001 ", "13900000001"),
        (ItemType.PHONE, "+8613900000001", "13900000001"),
        (
            ItemType.PHONE,
            "\uff10\uff15\uff19\uff15\uff0d\uff12\uff12\uff12\uff13\uff13\uff13\uff14",
            "0595-2223334",
        ),
        (ItemType.PHONE, "没有", "无"),
        (ItemType.ID_NUMBER, GOOD.lower(), GOOD),
        (ItemType.DATE, "2026年3月5日", date(2026, 3, 5)),
        (ItemType.DATE, "20260305", date(2026, 3, 5)),
        (ItemType.MONTH, "2026年3月", "2026-03"),
        (ItemType.INTEGER, "1,024", 1024),
        (ItemType.NUMBER, "3.50", 3.5),
        (ItemType.YESNO, "有", "是"),
        (ItemType.TEXT, " 女儿在外 ", "女儿在外"),
    ],
)
def test_what_fits_is_kept_in_the_form_of_the_ledger(kind: ItemType, typed: str, value: Scalar) -> None:
    found = accept(typed, Shape(kind), TODAY)
    assert (found.value, found.wrong) == (value, "")


@pytest.mark.parametrize(
    ("kind", "typed", "word"),
    [
        (ItemType.PHONE, "1390000000", "位数"),
        (ItemType.PHONE, "问组长", "位数"),
        (ItemType.ID_NUMBER, WRONG, "最后一位"),
        (ItemType.ID_NUMBER, GOOD[:17], "18 位"),
        (ItemType.ID_NUMBER, "990101******050019", "星号"),
        (ItemType.ID_NUMBER, "99010120990305001" + check_character("99010120990305001"), "还没有到"),
        (ItemType.DATE, "去年", "哪一天"),
        (ItemType.DATE, "2026-02-30", "哪一天"),
        (ItemType.DATE, "0026-02-03", "哪一天"),
        (ItemType.MONTH, "2026-13", "哪年哪月"),
        (ItemType.INTEGER, "3.5", "整数"),
        (ItemType.NUMBER, "很多", "要一个数"),
        (ItemType.YESNO, "也许", "“是”或“否”"),
        (ItemType.CODE, "火星", "选一项"),
        (ItemType.TEXT, "/", "等于空着"),
        (ItemType.TEXT, "长" * 201, "缩到 200 字"),
        (ItemType.TEXT, "a\0b", "看不见的字符"),
        (ItemType.TEXT, "王\u202e五", "看不见的字符"),
    ],
)
def test_what_does_not_fit_is_said_in_words_and_never_bent(kind: ItemType, typed: str, word: str) -> None:
    found = accept(typed, Shape(kind, ("木星", "土星") if kind is ItemType.CODE else ()), TODAY)
    assert found.value is None
    assert word in found.wrong
