"""Personal data is found however it is written; what only looks like it is left alone."""

import pytest

from qingzhuang.model.id_number import check_character
from qingzhuang.privacy.find import find
from qingzhuang.privacy.found import Kind
from tests.privacy.making import DECOYS, WIDE, Made, dice, message

SEED = 20261125
MESSAGES = [message(dice(f"{SEED}-{index}")) for index in range(4000)]
LOOK_ALIKES = [dice(f"{SEED}-{index}") for index in range(2000)]
NUMBERS = (Kind.ID_NO, Kind.PHONE, Kind.BANK_ACCOUNT, Kind.PLATE)


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(each.kind, text[each.start : each.end]) for each in find(text)]


def missed(made: Made, *wanted: Kind) -> list[tuple[Kind, str]]:
    found = find(made.text)
    return [
        (kind, words)
        for kind, words in made.holds
        if kind in wanted
        and not any(
            each.kind is kind
            and each.start <= made.text.index(words)
            and each.end >= made.text.index(words) + len(words)
            for each in found
        )
    ]


def test_of_a_thousand_numbers_none_is_missed() -> None:
    wanted = sum(kind in NUMBERS for made in MESSAGES for kind, _words in made.holds)
    lost = [(made.text, each) for made in MESSAGES for each in missed(made, *NUMBERS)]
    assert len(lost) / wanted <= 0.001, lost[:5]


def test_of_a_hundred_findings_on_look_alikes_and_messages_two_are_wrong_at_most() -> None:
    wrong = [(text, found) for rng in LOOK_ALIKES if (found := kinds(text := rng.choice(DECOYS)(rng)))]
    right = sum(len(made.holds) for made in MESSAGES)
    assert len(wrong) / (right / 2 + len(wrong)) <= 0.02, wrong[:5]


def test_names_homes_and_illness_are_found() -> None:
    softer = (Kind.NAME, Kind.ADDRESS, Kind.MEDICAL)
    wanted = sum(kind in softer for made in MESSAGES for kind, _words in made.holds)
    lost = [(made.text, each) for made in MESSAGES for each in missed(made, *softer)]
    assert len(lost) / wanted <= 0.05, lost[:5]


def test_names_found_are_names() -> None:
    found = [(made, words) for made in MESSAGES for kind, words in kinds(made.text) if kind is Kind.NAME]
    wrong = [(made.text, words) for made, words in found if (Kind.NAME, words) not in made.holds]
    assert len(wrong) / len(found) <= 0.05, wrong[:5]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("身份证990105194912310022", [(Kind.ID_NO, "990105194912310022")]),  # mistyped, and still somebody's
        ("旧证号，身份证：990105491231002", [(Kind.ID_NO, "990105491231002")]),
        ("8613812345678".translate(WIDE), [(Kind.PHONE, "13812345678".translate(WIDE))]),
        ("+86 138 1234 5678", [(Kind.PHONE, "138 1234 5678")]),
        ("13800138000元", []),
        ("13800138000 件", []),
        ("王书记、李主任来电", []),
        ("6217000000000000000", []),  # no bank is named
        ("云A12345挪车", [(Kind.PLATE, "云A12345")]),
        ("云AD12345挪车", [(Kind.PLATE, "云AD12345")]),
        ("监测数据 174726 90170 31037", []),  # no one writes a phone in such groups
        ("", []),
    ],
)
def test_settled_cases(text: str, wanted: list[tuple[Kind, str]]) -> None:
    assert kinds(text) == wanted


def test_a_sender_who_says_how_to_be_reached_is_marked_as_contact() -> None:
    found = find("联系人：赵敏，联系电话13912345678。村民李秀英 13812345678")
    assert [each.contact for each in found] == [True, True, False, False]


def test_an_id_number_and_a_phone_out_of_two_cells_are_both_seen() -> None:
    number = "99010519491231002" + check_character("99010519491231002")
    for text in (number + "13812345678", "13812345678" + number):
        assert sorted(each.kind for each in find(text)) == [Kind.ID_NO, Kind.PHONE]
