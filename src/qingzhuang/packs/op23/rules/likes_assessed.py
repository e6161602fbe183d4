"""Likes, shares, comments or followers as a basis of assessment."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-08a",
    on=(CaseKind.APP, CaseKind.ACCOUNT, CaseKind.VOTE, CaseKind.GROUP, CaseKind.NOTICE),
    category="D",
    message="把关注、点赞、转发、评论当成考核评比的依据。",
    rewrite="取消；要宣传，把内容写好，愿意转的自然会转。",
    examples=(
        Breaks(given(CaseKind.ACCOUNT, metric_used_in_assessment={"followers"})),
        Breaks(given(CaseKind.GROUP, metric_used_in_assessment={"shares"})),
        Breaks(
            "请各单位组织干部每天给“青禾发布”公众号文章点赞、转发、评论，每人不少于3条，完成情况纳入考核。"
        ),
        Passes(given(CaseKind.APP, metric_used_in_assessment=())),
        Passes("不得将政务应用程序、政务公众账号的关注点赞、转发评论作为考核评价、评比评选的依据。"),
    ),
)
def likes_assessed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：考核、评比、任务里有没有点赞、转发、评论、涨粉。
    为什么：点赞数买得到，民心买不到。
    怎么改：从考核里删去，不派点赞任务。
    不算：自己愿意点赞、转发。
    """
    return any_of(case, "metric_used_in_assessment", "likes", "shares", "comments", "followers")
