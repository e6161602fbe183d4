"""Points, online time and the like ranked or assessed."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind

_DATA = ("points", "online_time", "study_time", "login_rate", "readership_index")


@rule(
    "OP23-08b",
    on=(CaseKind.APP, CaseKind.ACCOUNT, CaseKind.GROUP, CaseKind.NOTICE, CaseKind.INSPECTION),
    category="D",
    message="拿积分排名、在线时长这类数据通报排名、考评。",
    rewrite="不排名、不通报；要提醒的，单独说一声。",
    examples=(
        Breaks(given(CaseKind.APP, metric_used_in_assessment={"points"})),
        Breaks(given(CaseKind.ACCOUNT, metric_used_in_assessment={"readership_index"})),
        Breaks(given(CaseKind.APP, ranking_published=True)),
        Breaks("本月“学习平台”积分排名如下，后三名的支部在大会上作检讨。"),
        Passes(given(CaseKind.APP, metric_used_in_assessment=(), ranking_published=False)),
        Passes(given(CaseKind.NOTICE, metric_used_in_assessment=(), ranking_published=True)),
        Passes("不得将政务应用程序、政务公众账号的积分排名、在线时长等相关数据用于通报排名和考评。"),
    ),
)
def points_bulletin(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有拿积分、时长、登录率、传播指数排名或者通报。
    为什么：排前排后比的是刷屏，不是工作。
    怎么改：取消通报；数据只给后台看好不好用。
    不算：不用应用、账号数据的工作通报（如空气质量、垃圾清运）。
    """
    assessed = any_of(case, "metric_used_in_assessment", *_DATA)
    if case.kind not in (CaseKind.APP, CaseKind.ACCOUNT):
        return assessed  # a ranking of other work is not what this clause speaks of
    return assessed | is_true(case, "ranking_published")
