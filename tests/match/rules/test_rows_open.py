"""Rows of which nobody knows how they go together: a question only where the words leave it open."""

from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item


def test_two_properties_are_no_question_whatever_the_rows_are() -> None:
    for one, other in (("灯杆高度", "户主姓名"), ("灯杆高度", "家庭年收入"), ("安装日期", "户籍人口")):
        a, b = item(f"{one} | 村庄亮化设施台账 | 路灯"), item(f"{other} | 脱贫户登记表 | 户")
        assert decide(a, b).verdict is Verdict.DISTINCT


def test_like_words_on_rows_of_an_unknown_kind_are_a_question() -> None:
    a, b = item("并网容量 | 村庄亮化设施台账 | 路灯"), item("并网的容量 | 脱贫户登记表 | 户")
    assert decide(a, b).verdict is Verdict.UNSURE
