"""Likes, votes, shares or study time assessed."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-15b",
    on=(CaseKind.APP, CaseKind.COURSE, CaseKind.ACCOUNT, CaseKind.VOTE),
    category="D",
    message="把点赞量、网络投票数、转发量、学习时长当成考评依据。",
    rewrite="删去这几项。",
    examples=(
        Breaks(given(CaseKind.COURSE, metric_used_in_assessment={"study_time"})),
        Breaks(given(CaseKind.ACCOUNT, metric_used_in_assessment={"likes"})),
        Passes(given(CaseKind.APP, metric_used_in_assessment=())),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，不得将点赞量、网络投票数、转发量、学习时长等作为考评依据。"
        ),
    ),
)
def study_time_assessed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：考评表里有没有这几样。
    为什么：看时长，就有人挂着手机刷时长。
    怎么改：改看学会没有、用上没有，不看时长。
    不算：法定培训规定的学时。
    """
    return any_of(case, "metric_used_in_assessment", "likes", "votes", "shares", "study_time")
