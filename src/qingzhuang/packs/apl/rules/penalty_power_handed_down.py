"""Power to punish handed down without a published decision."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import any_of, equals, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APL-24",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="处罚的事交给了乡镇或者村，没有看到省里公布的决定。",
    rewrite="先查省里公布的下放清单；清单上没有的，退回县级部门。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, target_level="township", delegation_published=False)),
        Passes(given(CaseKind.INSPECTION, target_level="township", delegation_published=True)),
        Passes("上级早就讲过这一条：处罚权须省级决定方可下放乡镇。"),
    ),
)
def penalty_power_handed_down(case: Case, setting: Setting) -> Judgement:
    """
    查什么：处罚、执法的事交给了谁，省里公布过没有。
    为什么：没有权的人作的处罚站不住脚，最后为难的是办事的基层干部。
    怎么改：先查省里公布的下放清单；清单上没有的，退回县级部门。
    不算：省里公布下放、乡镇接得住的。
    """
    return equals(case, "target_level", "village") & any_of(case, "village_task_kind", "enforcement") | only(
        equals(case, "target_level", "township"), is_false(case, "delegation_published")
    )
