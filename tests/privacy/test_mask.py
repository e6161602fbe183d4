"""Masked text keeps its length, shows no more than agreed, and holds nothing when looked at again."""

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qingzhuang.model.id_number import check_character
from qingzhuang.privacy.find import find
from qingzhuang.privacy.found import Kind
from qingzhuang.privacy.mask import mask, mask_mentions
from qingzhuang.privacy.spelling import spelt
from tests.privacy.making import DECOYS, dice, message, written

MESSAGES = [message(dice(f"mask-{index}")).text for index in range(2000)]
NOISE = st.text(st.characters(codec=None), max_size=40)


def valid(first17: str) -> str:
    return first17 + check_character(first17)


IDS = st.builds(
    lambda region, day, order: valid(f"99{region:04}{day:%Y%m%d}{order:03}"),
    st.integers(0, 9999),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 1, 1)),
    st.integers(0, 999),
)


def test_masks_look_as_offices_write_them() -> None:
    number = valid("99010519491231002")
    text = f"户主王建国 {number} 13812345678"
    assert mask(text) == f"户主王** 990105********{number[-4:]} 138****5678"


def test_nothing_is_found_in_what_was_masked() -> None:
    assert [text for text in MESSAGES if find(mask(text))] == []


def test_every_letter_stays_where_it_was() -> None:
    assert all(len(mask(text)) == len(text) for text in MESSAGES)


def test_what_holds_nothing_personal_is_left_alone() -> None:
    rng = dice(7)
    texts = [make(rng) for make in DECOYS for _ in range(20)]
    clean = [text for text in texts if not find(text)]
    assert len(clean) > 0.9 * len(texts)
    assert all(mask(text) == text for text in clean)


@given(NOISE, IDS, st.integers(0, 99_999_999), NOISE, st.integers(0, 10**6))
def test_masking_never_leaks_six_digits_in_a_row(
    before: str, number: str, phone: int, after: str, seed: int
) -> None:
    """Of a number, six in a row never stay but the division, which says no more than the county."""
    tel = f"139{phone:08}"
    assume(
        number[:6] not in tel
    )  # the division may stay, also where a telephone happens to have the same digits
    rng = dice(seed)
    text = f"{before},身份证{written(rng, number)},电话{written(rng, tel)},{after}"
    shown = spelt(mask(text[len(before) : len(text) - len(after)]))
    # each number by itself: the end of one and the beginning of the next may look like a part of either
    for hidden in (re.sub(r"[^0-9X*]", "", part) for part in shown.split("电话")):
        for secret in (number[6:], tel):
            assert not any(secret[at : at + 6] in hidden for at in range(len(secret) - 5))


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_can_be_masked(text: str) -> None:
    assert len(mask(text)) == len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "13812345678",
                "身份证",
                "电话",
                " ",
                "-",
                "王建国",
                "患者",
                "糖尿病",
                "，",
                "元",
                "卡号",
                "云A12345",
                "3组12号",
                "青禾村",
                "住址",
                *["990105194912310021"],
            ]
        ),
        max_size=12,
    )
)
def test_pieces_in_any_order_leave_nothing_behind(pieces: list[str]) -> None:
    masked = mask("".join(pieces))
    assert not [each for each in find(masked) if each.kind in (Kind.ID_NO, Kind.PHONE, Kind.BANK_ACCOUNT)]


def test_people_called_by_name_are_not_shown() -> None:
    assert mask_mentions("@张三 @所有人 请看") == "@** @所有人 请看"


@pytest.mark.parametrize(
    "words",
    ["关于高龄老人关爱服务的通知", "《老人关爱》", "群众安置房分配", "低保户康复训练", "老人常住人口"],
)
def test_words_of_everyday_that_begin_like_a_surname_stay(words: str) -> None:
    assert mask(words) == words


@pytest.mark.parametrize("name", ["高秀兰", "关心怡", "安康", "关德福"])
def test_a_name_that_begins_like_such_a_word_is_still_masked(name: str) -> None:
    assert mask(f"村民{name}，女") == f"村民{name[0]}{'*' * (len(name) - 1)}，女"
