"""Several groups for one job."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-09c",
    on=(CaseKind.GROUP,),
    category="G",
    message="为同一件工作重复建群。",
    rewrite="并成一个群，其余解散。",
    examples=(
        Breaks(given(CaseKind.GROUP, groups_same_task=3)),
        Passes(given(CaseKind.GROUP, groups_same_task=1)),
        Passes("不得因同一工作重复组建工作群组。"),
    ),
)
def duplicate_groups(case: Case, setting: Setting) -> Judgement:
    """
    查什么：同一件工作建了几个群。
    为什么：一条通知在三个群里响三遍，还得回三遍。
    怎么改：留一个，其余写明后解散。
    不算：工作不同、人也不同的群。
    """
    return over(case, "groups_same_task", setting.limit("groups_same_task", case))
