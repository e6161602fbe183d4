"""What a label leaves to its form's title belongs to that form's series."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.bare import is_bare
from qingzhuang.model.verdict import ItemContext, Verdict


@pytest.mark.parametrize("label", ["本月新增", "累计", "本月化解", "年末"])
def test_words_of_counting_say_of_what_only_with_their_form(label: str) -> None:
    assert is_bare(label, quantity=True)


@pytest.mark.parametrize("label", ["大桶", "总数", "合计", "本月出生人数", "新增就业人数"])
def test_words_that_name_what_is_counted_do_not(label: str) -> None:
    assert not is_bare(label, quantity=True)


@pytest.mark.parametrize(
    ("label", "unit"), [("本月新增", "件"), ("累计", "起"), ("受益人数", "人"), ("发放金额", "元")]
)
def test_figures_of_two_matters_are_two_facts_in_the_ledger_too(label: str, unit: str) -> None:
    one = ItemContext(label, "2026年11月矛盾纠纷月报", "村", unit)
    other = ItemContext(label, "2026年11月电信诈骗月报", "村", unit)
    again = ItemContext(label, "2026年12月矛盾纠纷月报", "村", unit)
    assert decide(one, other).verdict is not Verdict.EQUAL
    assert parse(one).key != parse(other).key
    assert parse(one).key == parse(again).key
