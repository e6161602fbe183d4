"""A group ends when it says so; what only speaks of ending does not end it."""

import pytest

from qingzhuang.check.group.ended import ended


@pytest.mark.parametrize(
    "text",
    [
        "本群任务完成,解散",
        "各位好，本群工作任务已全部完成，今天解散，感谢支持！",
        "人口普查工作已经结束，本群即日解散",
        "普查任务圆满完成，请大家自行退群",
        "本群不再使用，请移步新群",
    ],
)
def test_the_work_is_done(text: str) -> None:
    assert ended(text)


@pytest.mark.parametrize(
    "text",
    [
        "任务完成后本群解散",
        "本群任务未完成，不得解散",
        "请勿解散本群",
        "本群什么时候解散？",
        "要求各单位清理任务已经完成的群，该解散的解散",
        "任务已完成，请接龙",
        "若工作结束本群解散",
    ],
)
def test_the_work_goes_on(text: str) -> None:
    assert not ended(text)
