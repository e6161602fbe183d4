"""What is shown of others' words paints over nothing and holds no whole number of a person, valid or not."""

from qingzhuang.privacy.mask import mask
from qingzhuang.privacy.shown import plain, veiled


def test_numbers_of_people_keep_four_places_at_the_end_and_their_length() -> None:
    text = "张三 530325199001011234，13800001234，单号20261125001"
    assert veiled(text) == "张三 **************1234，*******1234，单号20261125001"
    assert len(veiled(text)) == len(text)


def test_a_text_that_was_masked_already_stays_as_it_is() -> None:
    masked = mask("电话13800001234，请联系。")
    assert veiled(masked) == masked


def test_marks_that_turn_the_line_are_spaces() -> None:
    assert plain("a\u202eb\u200bc\x07d\ud800") == "a b c d "


def test_cards_keep_four_places_too() -> None:
    cards = ("6228480012345678901", "990101197003050016", "99010119700305001643", "9901010012345678901")
    for card in cards:
        assert veiled(f"卡号{card}。") == f"卡号{'*' * (len(card) - 4)}{card[-4:]}。"
    assert veiled("6228 4800 1234 5678 901") == "*" * 19 + " 901"
    assert veiled("不动产 530325103204123456789") == "不动产 530325103204123456789"
