"""Two check points: the same, one within the other, different, or for a person to say. Each row stands for a class."""

import pytest

from qingzhuang.match.checklist.decide import decide_points
from qingzhuang.match.checklist.read import read_point


def verdict(a: str, b: str) -> tuple[str, bool, str]:
    found = decide_points(read_point(a), read_point(b))
    return found.verdict.value, found.reverse, found.slot


@pytest.mark.parametrize(
    ("a", "b", "reverse"),
    [
        ("1、灭火器是否在有效期内", "手提式灭火器未过期", False),
        ("灭火器是否在有效期内", "是否有过期灭火器", True),
        ("安全出口有无堵塞", "安全出口保持畅通", True),
        ("消防车通道有没有被占用？", "消防车通道是否被占用", False),
        ("电气线路无私拉乱接", "有无私拉乱接电线", True),
        ("煤气罐存放数量不超过3瓶", "液化气瓶存量是否超过3只", True),
        ("软管长度≤2米", "燃气软管长度不超过200厘米", False),
        ("每季度组织一次消防演练", "消防演练是否每3个月组织一次", False),
        ("从业人员是否持证上岗", "员工持证上岗", False),
        ("后厨有无蟑螂", "厨房没有蟑螂", True),
        ("安装漏电保护器", "漏电保护装置安装到位", False),
        ("与民房安全距离不小于0.05米", "民房安全距离至少5厘米", False),
    ],
)
def test_other_words_for_the_same_are_equal_and_a_yes_that_is_a_no_is_told(
    a: str, b: str, reverse: bool
) -> None:
    assert verdict(a, b) == ("equal", reverse, "")
    assert verdict(b, a) == ("equal", reverse, "")


@pytest.mark.parametrize(
    ("a", "b", "slot"),
    [
        ("灭火器是否完好", "消火栓是否完好", "thing"),
        ("灭火器是否过期", "灭火器压力是否正常", "aspect"),
        ("厨房灭火器是否完好", "仓库灭火器是否完好", "place"),
        ("冷藏温度0~4℃", "冷藏温度5~8℃", "figure"),
        ("护林员是否在岗", "保安是否在岗", "thing"),
        ("叉车司机健康证齐全", "厨师健康证齐全", "who"),
        ("是否安装烟感", "烟感是否损坏", "aspect"),
    ],
)
def test_another_thing_aspect_place_figure_or_person_is_distinct_and_named(a: str, b: str, slot: str) -> None:
    assert verdict(a, b) == ("distinct", False, slot)


@pytest.mark.parametrize(
    ("more", "less", "reverse"),
    [
        ("灭火器压力正常且在有效期内", "灭火器是否过期", True),
        ("疏散通道、安全出口畅通", "安全出口是否畅通", False),
        ("电线有无老化、裸露", "电线是否裸露", False),
        ("配备灭火器不少于4具", "灭火器不少于2具", False),
        ("配备灭火器2具以上", "是否配备灭火器", False),
        ("软管长度不超过1.5米", "软管长度是否超过2米", True),
        ("消防器材是否完好", "灭火器是否完好", False),
        ("是否配备灭火器", "是否配备消防器材", False),
        ("厨房是否配备灭火器", "是否配备灭火器", False),
        ("灭火器是否完好", "厨房灭火器是否损坏", True),
        ("每月组织一次消防演练", "每年组织一次消防演练", False),
    ],
)
def test_who_passes_the_narrower_point_passes_the_broader(more: str, less: str, reverse: bool) -> None:
    assert verdict(more, less)[:2] == ("narrower", reverse)
    assert verdict(less, more)[:2] == ("broader", reverse)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("灭火器是否符合要求", "灭火器是否完好"),  # 符合要求 may mean anything
        ("消防设施", "消防设施是否完好"),  # a bare thing
        ("新型阻燃帘布是否完好", "灭火器是否完好"),  # words nobody knows
        ("灭火器压力正常、在有效期内", "灭火器在有效期内、未遮挡"),  # a part in common
        ("灭火器是否检修", "灭火器是否完好"),
        ("墙体有无明显裂缝", "墙体有无裂缝"),  # 明显 changes the answer
        ("疏散通道畅通、有堵塞", "疏散通道畅通"),  # what a yes means
        ("", "灭火器是否完好"),
    ],
)
def test_what_is_not_wholly_understood_is_for_a_person(a: str, b: str) -> None:
    assert verdict(a, b)[0] == "unsure"
    assert verdict(b, a)[0] == "unsure"


def test_a_place_named_above_the_sentence_is_the_sentence_s_place() -> None:
    kitchen, store = (read_point("灭火器是否完好", around) for around in ("二、厨房", "三、仓库"))
    assert decide_points(kitchen, store).slot == "place"
    assert decide_points(kitchen, read_point("后厨灭火器完好")).verdict.value == "equal"
