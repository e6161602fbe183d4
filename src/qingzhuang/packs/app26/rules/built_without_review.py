"""An app built without project review."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-11",
    on=(CaseKind.APP,),
    category="G",
    message="应用没有经过立项审核就建了。",
    rewrite="补做审核；过不了的，停建或者并到别的应用。",
    examples=(
        Breaks(given(CaseKind.APP, approval_review_done=False)),
        Passes(given(CaseKind.APP, approval_review_done=True)),
        Passes("上级早就讲过这一条：立项审核。"),
    ),
)
def built_without_review(case: Case, setting: Setting) -> Judgement:
    """
    查什么：新建、改建、买来的应用，事先审过没有。
    为什么：先问要不要建，才不会建了又关。
    怎么改：按信息化项目审批补做；重点看与已有应用重不重。
    不算：立项时已经审过、有记录的。
    """
    return is_false(case, "approval_review_done")
