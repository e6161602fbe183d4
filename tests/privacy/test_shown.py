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
