"""Check-in, points, online time as compulsory functions (2024)."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import FORCED, any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "RG24-15c",
    on=(CaseKind.APP,),
    category="B",
    exempt=("checkin", "points_ranking", "online_time_stats"),
    message="应用里设了打卡签到、积分排名、统计在线时长这类强制性功能。",
    rewrite="去掉；确有安保、应急需要的，写明哪一件事、到哪一天。",
    examples=(
        Breaks(given(CaseKind.APP, features={"online_time_stats"})),
        Passes(given(CaseKind.APP, features={"form_fill"})),
        Passes(
            given(
                CaseKind.APP,
                features={"online_time_stats"},
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"online_time_stats"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes("上级早就讲过这一条：强制性功能（安保应急除外）。"),
    ),
)
def forced_features_2024(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用里的打卡签到、积分排名、统计在线时长。
    为什么：盯着人，不如看着事。
    怎么改：去掉；确有安保、应急需要的，写明哪一件事、到哪一天。
    不算：有名有期的安保、应急任务。
    """
    return any_of(case, "features", *FORCED)
