"""The village made responsible for enforcement and the like."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, at_village
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-02",
    on=(CaseKind.NOTICE, CaseKind.INSPECTION),
    category="I",
    message="把村里当成行政执法、拆迁拆违、招商引资、安全生产的责任主体。",
    rewrite="责任收回到有权的部门；村里只报告看到的情况。",
    examples=(
        Breaks(given(CaseKind.NOTICE, target_level="village", village_task_kind={"enforcement"})),
        Passes(given(CaseKind.NOTICE, target_level="village", village_task_kind=())),
        Passes(given(CaseKind.NOTICE, target_level="county", village_task_kind={"enforcement"})),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，不得将村级组织作为行政执法、拆迁拆违、招商引资、安全生产等事务的责任主体。"
        ),
    ),
)
def village_made_responsible(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有让村（社区）对这四样事负责。
    为什么：村干部没有执法证，查了也不算，出了事还要担责。
    怎么改：改成“发现情况报某某部门”。
    不算：协助通知、带路、宣传。
    """
    return at_village(
        case, any_of(case, "village_task_kind", "enforcement", "demolition", "investment", "work_safety")
    )
