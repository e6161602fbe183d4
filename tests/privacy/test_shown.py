"""What is shown of others' words paints over nothing and holds no whole number of a person, valid or not."""

from qingzhuang.privacy.mask import mask
from qingzhuang.privacy.shown import plain, veiled


def test_numbers_of_people_are_masked_as_everywhere_and_keep_their_length() -> None:
    text = "张三 530325199001011234，13800001234，单号20261125001"
    assert veiled(text) == "张三 530325********1234，138****1234，单号20261125001"
    assert len(veiled(text)) == len(text)


def test_one_number_has_one_look_in_a_report() -> None:
    text = "电话13800001234，请联系。"
    assert veiled(text) == mask(text) == veiled(mask(text))


def test_marks_that_turn_the_line_are_spaces() -> None:
    assert plain("a\u202eb\u200bc\x07d\ud800") == "a b c d "
