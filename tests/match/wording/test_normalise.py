"""Labels are taken apart without guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.match.wording.numerals import arabic
from qingzhuang.model.verdict import ItemContext

LEXICON = default()


@pytest.mark.parametrize(
    ("label", "core"),
    [("一、家庭住址：", "家庭住址"), ("（三）姓 名", "姓名"), ("12.民族", "民族"), ("①性别*", "性别"), ("身份證號碼", "身份证号码"),
     ("*联系电话（必填）", "联系电话"), ("银行帐号", "银行账号"), ("２０２４年收入", "2024年收入"), ("14天内是否发热", "14天内是否发热"), ("3)电话", "电话")],
)  # fmt: skip
def test_marks_fall_off_and_words_stay(label: str, core: str) -> None:
    assert normalise(label, LEXICON).core == core


def test_brackets_are_sorted_into_units_hints_codes_and_notes() -> None:
    plain = normalise("种植面积（亩）（精确到0.1）（水田）（1是2否）", LEXICON)
    assert plain.unit is not None
    assert plain.unit.symbol == "亩"
    assert plain.hints == ("精确到0.1",)
    assert plain.notes == ("水田",)
    assert normalise("是否低保（1-是，2-否）", LEXICON).coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [("二〇二四年", "2024年"), ("六十岁以上", "60岁以上"), ("十六至六十周岁", "16至60周岁"), ("第三季度", "第3季度"), ("二级", "2级"), ("一户一档", "一户一档"), ("二十五岁", "25岁")],
)  # fmt: skip
def test_numerals_become_digits_only_where_they_count(text: str, expected: str) -> None:
    assert arabic(text) == expected


@given(st.text(max_size=30))
def test_any_text_has_slots(text: str) -> None:
    assert isinstance(parse(ItemContext(text)).key, str)


@pytest.mark.parametrize(
    ("label", "core", "choices"),
    [
        ("摊位类别（固定、流动、临时）", "摊位类别", ("固定", "流动", "临时")),
        ("等级（优、良、差）", "等级", ("优", "良", "差")),
        ("摊位名称（字号、招牌）", "摊位名称", ()),
    ],
)
def test_answers_printed_behind_a_word_for_sorts_are_no_part_of_the_label(
    label: str, core: str, choices: tuple[str, ...]
) -> None:
    plain = normalise(label, default())
    assert (plain.core, plain.choices) == (core, choices)


@pytest.mark.parametrize("label", ["炉灶燃料（电/气/柴）", "户型（一室/两室）", "房屋用途（自住/出租）"])
def test_short_choices_behind_a_slash_are_choices(label: str) -> None:
    assert normalise(label, default()).notes == ()


@pytest.mark.parametrize("label", ["负责人（法人/经营者）", "电话（办/宅）"])
def test_two_words_for_one_are_none(label: str) -> None:
    assert normalise(label, default()).choices == ()
