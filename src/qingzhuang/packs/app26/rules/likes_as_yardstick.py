"""Likes, votes, shares or study time as a yardstick."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P4b",
    on=(CaseKind.APP, CaseKind.COURSE, CaseKind.VOTE),
    category="D",
    message="把点赞量、投票数、转发量、学习时长当成考评依据。",
    rewrite="取消这几项；想知道宣传好不好，听听群众怎么说。",
    examples=(
        Breaks(given(CaseKind.APP, metric_used_in_assessment={"likes", "shares"})),
        Breaks(given(CaseKind.COURSE, metric_used_in_assessment={"study_time"})),
        Breaks("请各单位每人每天在“今日青禾”APP点赞转发不少于5条，纳入年终考核。"),
        Passes(given(CaseKind.APP, metric_used_in_assessment=())),
        Passes("不得将点赞量、网络投票数、转发量、学习时长等作为考评依据。"),
    ),
)
def likes_as_yardstick(case: Case, setting: Setting) -> Judgement:
    """
    查什么：考评、评比里有没有点赞、投票、转发、学习时长。
    为什么：这些数可以刷、可以买，反映不了工作。
    怎么改：从考评表里删去。
    不算：自己愿意点赞、转发；不算进考评的统计。
    """
    return any_of(case, "metric_used_in_assessment", "likes", "votes", "shares", "study_time")
