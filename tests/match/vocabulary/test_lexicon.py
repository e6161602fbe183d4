"""The lexicon: versioned, checked, growing without touching callers."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default, load
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext, Verdict
from tests.match.small import CONCEPTS, texts


def test_the_version_changes_with_the_words() -> None:
    assert load(texts()).version == load(texts()).version
    assert load(texts()).version != load(texts(CONCEPTS.replace("名字", "大名"))).version


def test_a_new_synonym_is_a_line_in_a_file() -> None:
    old, new = load(texts()), load(texts(CONCEPTS.replace("[名字]", "[名字, 大名]")))
    a, b = ItemContext("大名"), ItemContext("姓名")
    assert decide(a, b, old).verdict is not Verdict.EQUAL
    assert decide(a, b, new).verdict is Verdict.EQUAL


def test_column_codes_are_hints_in_any_case() -> None:
    assert parse(ItemContext("sjh"), load(texts())).concept == "person.mobile"


@pytest.mark.parametrize(
    ("broken", "named"),
    [(CONCEPTS.replace("type: text", "type: poem"), "person.name"), (CONCEPTS.replace("broader: person.phone", "broader: person.fax"), "person.fax"),
     (CONCEPTS.replace("id: person.mobile", "id: person.name"), "twice"), (CONCEPTS.replace("name: 姓名, ", ""), "person.name")],
)  # fmt: skip
def test_a_mistake_names_the_file_and_the_entry(broken: str, named: str) -> None:
    with pytest.raises(ValueError, match=r"person.*" + named):
        load(texts(broken))


def test_the_shipped_lexicon_has_at_least_250_properties_and_one_home_for_each() -> None:
    assert len(default().concepts) >= 250


def test_derivations_addresses_and_places_name_known_properties() -> None:
    lexicon = default()
    named = {name for each in lexicon.derivations.pairs for name in (each.source, each.target)}
    named |= lexicon.policy.places_above | lexicon.policy.addresses | lexicon.derivations.row_marks
    assert named - set(lexicon.concepts) <= set()


@pytest.mark.parametrize(
    ("part", "whole"), [("肉羊存栏", "羊存栏"), ("肉牛存栏", "牛存栏数"), ("鸡存栏", "家禽存栏")]
)
def test_one_kind_of_stock_is_no_word_for_all_of_it(part: str, whole: str) -> None:
    """Who keeps forty hens may keep ducks besides."""
    one, other = (ItemContext(label, "养殖户登记表", "户", "只") for label in (part, whole))
    assert parse(one).key != parse(other).key
    assert decide(one, other).verdict is not Verdict.EQUAL
