"""A formula that was kept in Chinese is said in the language of whoever is served; its figures stay."""

from qingzhuang.account.reckon import said_again
from qingzhuang.language import spoken_by

KEPT = "1 × 5 栏 × 1 轮 × 45 秒 ＋ 1 × 2 次 × 1 × 60 秒 ＝ 5.8 分"


def test_each_unit_is_said() -> None:
    words = {"栏": "columns", "轮": "rounds", "秒": "s", "次": "times", "分": "min"}
    with spoken_by(words.__getitem__):
        assert said_again(KEPT) == ("1 × 5 columns × 1 rounds × 45 s ＋ 1 × 2 times × 1 × 60 s ＝ 5.8 min")
    assert said_again(KEPT) == KEPT
