"""The signs of a pair are numbers from 0 to 1, the same from either side, and the scale knows none that does not exist."""

import pytest

from qingzhuang.match.doubt.signs import signs
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item

PAIRS = [
    ("蜂箱摆放位置 | 蜂农转场登记表 | 户", "放蜂地点 | 蜂农备案表 | 户"),
    ("交售农户姓名 | 2026年10月农产品收购明细 | 交易", "售卖农户 | 农产品收购登记（2026年10月） | 交易"),
    ("年末户籍人口（人） | 2025年村级统计表 | 村", "常住人口 | 2026年村级统计表 | 村"),
    ("姓名", "名称 | 企业台账 | 企业"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_signs_do_not_depend_on_the_order_and_stay_between_nought_and_one(one: str, other: str) -> None:
    lexicon = default()
    a, b = parse(item(one), lexicon), parse(item(other), lexicon)
    found = signs(a, b, "X02-words", lexicon)
    assert found == pytest.approx(signs(b, a, "X02-words", lexicon))
    assert all(0 <= value <= 1 + 1e-9 for value in found.values())


def test_the_scale_is_fitted_on_signs_of_slots_and_words_alone() -> None:
    """No label, no title, no word of the lexicon stands in it."""
    weights = default().doubt.weights
    assert weights
    assert all(sign.isascii() for sign in weights)
