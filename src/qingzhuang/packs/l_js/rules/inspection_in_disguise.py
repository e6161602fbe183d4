"""An inspection in disguise."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-JS-01",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="以调研、评估、评价、指导、监测的名义变相开展督查检查考核。",
    rewrite="去掉打分和等次；要考核就报批列入计划。",
    examples=(
        Breaks(
            given(CaseKind.INSPECTION, inspection_named_as="survey", inspection_has_scores_or_grades=True)
        ),
        Passes(
            given(CaseKind.INSPECTION, inspection_named_as="survey", inspection_has_scores_or_grades=False)
        ),
        Passes("江苏省有规定：“不得以调研、评估、评价、指导、监测等名义变相开展督查检查考核”。"),
    ),
)
def inspection_in_disguise(case: Case, setting: Setting) -> Judgement:
    """
    查什么：名义是调研、评估，有没有打分、评档、写“考核对象”。
    为什么：换名字不换事。
    怎么改：改回真正的调研。
    不算：列入计划的考核。
    """
    return equals(case, "inspection_named_as", "survey", "evaluation", "guidance", "monitoring") & is_true(
        case, "inspection_has_scores_or_grades"
    )
