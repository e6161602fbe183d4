"""A contest or model campaign without approval."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-19",
    on=(CaseKind.POST_ACTIVITY,),
    category="I",
    message="没有批准就搞创建、示范、达标、评选。",
    rewrite="停办；确要办的先报批。",
    examples=(
        Breaks(given(CaseKind.POST_ACTIVITY, award_or_demo_approved=False)),
        Passes(given(CaseKind.POST_ACTIVITY, award_or_demo_approved=True)),
        Passes("《整治形式主义为基层减负若干规定》规定，规范创建示范和达标活动。"),
    ),
)
def unapproved_campaign(case: Case, setting: Setting) -> Judgement:
    """
    查什么：创建、示范、达标、评选批过没有。
    为什么：牌子挂满墙，材料堆满屋。
    怎么改：撤销，材料不再要。
    不算：按规定批准过的项目。
    """
    return is_false(case, "award_or_demo_approved")
