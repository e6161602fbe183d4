"""Business done in a government app."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P5",
    on=(CaseKind.APP,),
    category="I",
    message="在政务应用程序里做买卖。",
    rewrite="去掉销售、广告和收费推广。",
    examples=(
        Breaks(given(CaseKind.APP, features={"commerce", "form_fill"})),
        Passes(given(CaseKind.APP, features={"form_fill"})),
        Passes("不得使用政务应用程序从事经营性活动。"),
    ),
)
def commerce_in_app(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用里有没有卖东西、放广告、收推广费。
    为什么：公家的应用不能用来挣钱，更不能叫基层去推销。
    怎么改：移除；已经收的按规定处理。
    不算：按规定收的行政事业性费用、缴税缴费入口。
    """
    return any_of(case, "features", "commerce")
