"""Check-in, points, online time as compulsory functions (2023 wording, in principle)."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import FORCED, any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "OP23-04",
    on=(CaseKind.APP,),
    category="B",
    exempt=("checkin", "points_ranking", "online_time_stats"),
    message="应用里设了打卡签到、积分排名、在线时长这类功能，原则上不设，请说明理由。",
    rewrite="去掉这几样；确有安保、应急需要的，写明哪一件事、到哪一天。",
    examples=(
        Breaks(given(CaseKind.APP, features={"points_ranking"})),
        Passes(given(CaseKind.APP, features={"form_fill"})),
        Passes(
            given(
                CaseKind.APP,
                features={"points_ranking"},
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"points_ranking"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，政务应用程序原则上不得设置打卡签到、积分排名、在线时长等强制使用功能。"
        ),
    ),
)
def discouraged_features(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用里的打卡签到、积分排名、在线时长。
    为什么：只看人在不在线，不看事做没做成。
    怎么改：去掉；留着的写明理由。
    不算：有名有期的安保、应急任务。
    """
    return any_of(case, "features", *FORCED)
