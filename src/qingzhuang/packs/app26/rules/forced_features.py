"""Check-in, points, online time as compulsory functions of an app."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import FORCED, any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "APP26-P2",
    on=(CaseKind.APP,),
    category="B",
    exempt=FORCED,
    message="政务应用程序设了打卡签到、积分排名或者统计在线时长这类强制性功能。",
    rewrite="去掉打卡、积分和时长统计；确需确认到岗的，由负责人当面或者电话确认一次。",
    examples=(
        Breaks(given(CaseKind.APP, features={"checkin"})),
        Breaks("请各村干部每天在“智慧乡村”APP上打卡，不得遗漏。"),
        Passes(given(CaseKind.APP, features={"form_fill"})),
        Passes(
            given(
                CaseKind.APP,
                features={"checkin"},
                exemption=Exemption("2026年汛期防汛应急响应", frozenset({"checkin"}), date(2026, 12, 31)),
            )
        ),
        Passes("除安保、应急等特殊场景规定外，不得设置打卡签到、积分排名、统计在线时长等强制性功能。"),
    ),
)
def forced_features(case: Case, setting: Setting) -> Judgement:
    """
    查什么：政务应用程序里的打卡签到、积分排名、统计在线时长。
    为什么：这些功能只看人在不在线，不看事做没做成。
    怎么改：去掉；确有安保、应急需要的，写明是哪一件事、到哪一天为止。
    不算：有名有期的安保、应急行动；公众账号和工作群（另有规定）。
    """
    return any_of(case, "features", *FORCED)
