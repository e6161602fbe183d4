"""The same notice in other wrapping is one; a changed date, number, noun or negation is another duty, however alike."""

import pytest

from qingzhuang.check.group.same import Board, plain, same

NOTICE = "请各村于11月28日17:00前把低保户信息核对表报民政办，电子版发邮箱"


def one(first: str, second: str) -> bool:
    board = Board()
    return board.number(plain(first)) == board.number(plain(second))


@pytest.mark.parametrize(
    "again",
    [
        f"@所有人 {NOTICE}，收到请回复",
        f"【转发】{NOTICE}。",
        f"各位书记好！{NOTICE}！！谢谢大家",
        f"{NOTICE} [抱拳][玫瑰]",
        NOTICE.replace("，", ","),
        NOTICE.replace("报民政办", "报民政办了"),
        NOTICE.replace("11", "１１"),
    ],
)
def test_other_wrapping_is_the_same_notice(again: str) -> None:
    assert one(NOTICE, again)
    assert one(again, NOTICE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("28日", "29日"),
        ("17:00", "18:00"),
        ("11月", "12月"),
        ("低保户", "五保户"),
        ("低保户", "特困户"),
        ("民政办", "扶贫办"),
        ("各村", "各组"),
        ("于11月28日17:00前", ""),
        ("发邮箱", "不发邮箱"),
        ("发邮箱", "发邮箱，并附残疾人名单"),
        ("核对表", "核对表3份"),
        ("报民政办", "未报民政办"),
    ],
)
def test_a_changed_date_number_or_noun_is_another_duty(old: str, new: str) -> None:
    assert not one(NOTICE, NOTICE.replace(old, new))
    assert not one(NOTICE.replace(old, new), NOTICE)


def test_same_is_symmetric_on_what_differs_by_a_particle() -> None:
    assert same("核对表报民政办的事请抓紧", "核对表报民政办事请抓紧")
    assert same("核对表报民政办事请抓紧", "核对表报民政办的事请抓紧")


def test_twenty_thousand_notices_of_one_template_stay_apart() -> None:
    board = Board()
    texts = [f"请第{index}村于月底前把核对表报民政办并电话确认" for index in range(20_000)]
    assert len({board.number(plain(text)) for text in texts}) == 20_000
