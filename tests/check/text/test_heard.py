"""A practice that no word of the lexicon names is heard by what its sentence sounds like, and decided like any other."""

from qingzhuang.check.text.heard import ear, heard
from qingzhuang.check.text.parts import Parts
from qingzhuang.check.text.practice import Label, Stance
from qingzhuang.check.text.read import practices, readings

EAR = ear(
    {"forced_install": -1.0, "quiz_quota": -1.0},
    {"forced_install": {"装上": 800, "手机": 400}, "quiz_quota": {"考题": 900}},
)


def test_each_label_is_weighed_by_its_own_groups() -> None:
    install, quiz = EAR.scores("手机里都装上")
    assert install > 0 > quiz
    assert EAR.scores("今天下雨") == [-1.0, -1.0]


def test_what_is_known_by_its_words_is_not_heard_again() -> None:
    text = "请各村今天全部下载安装“平安码”APP，安装率须达100%。"
    known = list(heard(text, Parts(text), ()))
    assert all(each.label is not Label.FORCED_INSTALL for each in heard(text, Parts(text), known))


def test_it_points_at_the_clause_where_it_is_loudest() -> None:
    for hit in heard(
        "天气转凉，注意保暖，在群里接个龙报平安。", Parts("天气转凉，注意保暖，在群里接个龙报平安。"), ()
    ):
        assert hit.start >= 10


def test_a_ban_of_it_is_still_a_ban() -> None:
    """Whatever a sentence sounds like, the gates of ban and quotation stand before the weighing."""
    assert not practices("严禁要求干部把这个那个都装上、天天点一遍。")
    assert all(each.stance is not Stance.DEMAND for each in readings("不得要求群众逐个装上再截个屏。"))


def test_an_answer_of_a_word_or_two_is_no_order() -> None:
    for words in ("收到", "收到，马上办", "照片已发群里", "已打卡", "1", "已完成!", "谢谢书记"):
        assert not practices(words), words
