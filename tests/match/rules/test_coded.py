"""A column of codes tells the column of words, not the other way; two columns of codes are one only where the list is."""

import pytest

from qingzhuang.answer.derive import known, read_off
from qingzhuang.law.code_tables import code_tables
from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from tests.match.pairing import item

LIST, OTHER = "农户花名册 | 人", "来镇人员登记册 | 人"


@pytest.mark.parametrize(
    ("word", "code"),
    [("民族", "民族代码"), ("性别", "性别码"), ("文化程度", "学历代码"), ("行业", "行业代码")],
)
def test_a_code_of_a_standard_gives_its_word(word: str, code: str) -> None:
    match = decide(item(f"{code} | {LIST}"), item(f"{word} | {OTHER}"))
    assert (match.verdict, match.direction) == ("derivable", "a->b")


def test_codes_of_a_list_that_everybody_uses_are_one_and_others_are_asked() -> None:
    assert decide(item(f"民族代码 | {LIST}"), item(f"民族编码 | {OTHER}")).verdict == "equal"
    assert decide(item(f"婚姻代码 | {LIST}"), item(f"婚姻状况代码 | {OTHER}")).verdict == "unsure"
    cited = "婚姻状况代码(GB/T 2261.2) | "
    assert decide(item(cited + LIST), item(cited + OTHER)).verdict == "equal"


def test_each_property_of_codes_names_the_standard_of_its_table_and_its_derivation_can_be_computed_or_read() -> (
    None
):
    lexicon = default()
    standards = {element: table.standard for table in code_tables().values() for element in table.elements}
    coded = {each.id: each for each in lexicon.concepts.values() if each.domain == "coded"}
    pairs = {pair.source: pair for pair in lexicon.derivations.pairs if pair.source in coded}
    assert pairs.keys() == coded.keys()
    for pair in pairs.values():
        assert coded[pair.source].standard == standards[pair.target] == lexicon.concepts[pair.target].standard
        assert known(pair.formula) or read_off(pair.formula)
