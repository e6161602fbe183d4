"""Words of one meaning, between two forms only."""

from qingzhuang.match.decide import decide
from qingzhuang.match.gist import gist
from qingzhuang.match.load import default
from qingzhuang.model.verdict import ItemContext, Verdict


def test_two_wordings_of_one_thing_have_one_gist() -> None:
    lexicon = default()
    assert gist("蛋鸡存栏数", lexicon) == gist("蛋鸡存栏量", lexicon)
    assert gist("化肥施用量", lexicon) == gist("化肥使用量", lexicon)
    assert gist("发票代码", lexicon) != gist("发票号码", lexicon)


def test_within_one_form_or_without_forms_two_wordings_are_never_called_equal() -> None:
    one, other = "业务种类", "业务类型"
    assert decide(ItemContext(one), ItemContext(other)).verdict is not Verdict.EQUAL
    same = decide(ItemContext(one, "业务登记表"), ItemContext(other, "业务登记表"))
    assert same.verdict is not Verdict.EQUAL


def test_two_wordings_in_two_units_are_converted_not_called_equal() -> None:
    one = ItemContext("额定载重量（kg）", "电梯台账", "电梯")
    other = ItemContext("额定载重（吨）", "电梯登记表", "电梯")
    assert decide(one, other).verdict is Verdict.DERIVABLE
