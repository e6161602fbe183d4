"""Small words tell an order from what is told, offered, allowed, ended or asked; each by where it stands, none alone."""

import pytest

from qingzhuang.check.text import mentions, practices
from qingzhuang.check.text.parts import Parts
from qingzhuang.check.text.tone import Tone, cues

UNLIKE = [
    "据说过去各站每天在群里打卡,如今已经叫停。",
    "您可以自愿选择是否注册,窗口也可办理。",
    "去年被要求转发的那些推文,这样的做法已经取消了。",
]
LIKE = [
    "各村今晚八点前必须全员打卡,缺的说明原因。",
    "各站请于周五前把照片传上来,每户不少于两张。",
]


def weight(text: str, act: str) -> int:
    at = text.index(act)
    return Tone(text).around(Parts(text).at(at, at + len(act)), at, at + len(act))[0]


@pytest.mark.parametrize(("text", "act"), list(zip(UNLIKE, ("打卡", "注册", "转发"), strict=True)))
def test_what_is_told_offered_or_ended_sounds_unlike_an_order(text: str, act: str) -> None:
    assert weight(text, act) < 0
    assert practices(text) == ()


@pytest.mark.parametrize(("text", "act"), list(zip(LIKE, ("打卡", "照片"), strict=True)))
def test_a_deadline_a_quota_and_an_address_sound_like_one(text: str, act: str) -> None:
    assert weight(text, act) > 0
    assert practices(text)


def test_a_word_alone_decides_nothing() -> None:
    assert practices("各组请每天打卡,被漏掉的今天补上。")


def test_a_ban_on_failing_is_no_ban() -> None:
    assert weight("各组打卡不得遗漏,不准漏签。", "打卡") >= 0


def test_what_is_granted_before_a_but_weighs_nothing() -> None:
    assert practices("自愿归自愿,但没注册“禾云”的今晚必须装好。")


def test_the_words_are_told() -> None:
    why = [reason for each in mentions(UNLIKE[0]) for reason in each.why]
    assert any("叫停" in reason for reason in why)


def test_every_cue_says_where_it_weighs() -> None:
    for cue in cues():
        assert cue.points.keys() <= {"document", "sentence", "before", "after"}
        assert all(cue.points.values())
