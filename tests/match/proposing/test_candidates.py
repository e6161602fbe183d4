"""Candidates: enough, few, and always the same."""

from qingzhuang.match.proposing.candidates import candidates
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext

LABELS = [
    "身份证号",
    "公民身份号码",
    "年龄",
    "手机号",
    "联系电话",
    "墙体颜色",
    "外墙体颜色",
    "备注",
    "备注",
    "湖泊水位",
]


def test_synonyms_formulas_genera_and_near_words_are_proposed() -> None:
    slots = [parse(ItemContext(label)) for label in LABELS]
    found = candidates(slots, default())
    assert {(0, 1), (0, 2), (3, 4), (5, 6)} <= set(found)
    assert found == candidates(slots, default())
    assert all(i < j for i, j in found)


def test_remarks_and_strangers_are_not() -> None:
    slots = [parse(ItemContext(label)) for label in LABELS]
    assert not any({7, 8, 9} & set(pair) for pair in candidates(slots, default()))


def test_places_within_places_are_proposed() -> None:
    slots = [parse(ItemContext(label, "居民登记表", "人")) for label in ("家庭住址", "所在村", "所在乡镇")]
    assert set(candidates(slots, default())) == {(0, 1), (0, 2), (1, 2)}
