"""How long what a visit saw may be taken for another list follows from what was looked at."""

import pytest

from qingzhuang.match.checklist.keys import holds, point_key
from qingzhuang.match.checklist.read import read_point
from qingzhuang.match.checklist.words import shipped
from qingzhuang.match.wording.element import element


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("疏散通道是否畅通", 7),
        ("是否存在电动自行车进楼充电", 7),
        ("灭火器是否在有效期内", 30),
        ("应急照明是否完好", 30),
        ("是否取得营业执照", 90),
        ("消防安全制度是否上墙", 90),
    ],
)
def test_conditions_pass_sooner_than_things_and_things_sooner_than_papers(sentence: str, days: int) -> None:
    reading = read_point(sentence)
    assert holds(reading) == days
    key = point_key(reading)
    assert key is None or element(key).lasts_days == days


def test_every_aspect_named_is_known_and_stands_once() -> None:
    words = shipped()
    assert set(words.lasting) <= set(words.aspects)
    assert words.lasts == 30
    assert min(words.lasting.values()) == 7
