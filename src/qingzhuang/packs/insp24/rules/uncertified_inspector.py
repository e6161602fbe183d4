"""Auxiliaries and grid workers without a certificate inspect enterprises."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, is_false, on_enterprise
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-02",
    on=(CaseKind.INSPECTION, CaseKind.POST_ACTIVITY),
    category="I",
    message="让没有执法证的网格员、辅助人员去检查企业。",
    rewrite="撤回；由持证的执法人员去。",
    examples=(
        Breaks(
            given(
                CaseKind.INSPECTION,
                on_enterprise=True,
                inspector_role="grid_worker",
                inspector_has_enforcement_cert=False,
            )
        ),
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspector_has_enforcement_cert=False)),
        Passes(
            given(
                CaseKind.INSPECTION,
                on_enterprise=True,
                inspector_role="enforcement_officer",
                inspector_has_enforcement_cert=True,
            )
        ),
        Passes(
            given(
                CaseKind.INSPECTION,
                on_enterprise=False,
                inspector_role="grid_worker",
                inspector_has_enforcement_cert=False,
            )
        ),
        Passes(
            "《国务院办公厅关于严格规范涉企行政检查的意见》规定：“严禁未取得执法证件的执法辅助人员、网格员、临时工等人员实施涉企行政检查”。"
        ),
    ),
)
def uncertified_inspector(case: Case, setting: Setting) -> Judgement:
    """
    查什么：去检查的人有没有执法证。
    为什么：“一个月查20家店”派给网格员，就是这种情况。
    怎么改：撤回任务和指标。
    不算：不进店检查、只发宣传单的。
    """
    bare = is_false(case, "inspector_has_enforcement_cert")
    if case.value("inspector_role") is None:
        return on_enterprise(case, bare)
    who = equals(case, "inspector_role", "auxiliary", "grid_worker", "village_cadre")
    return on_enterprise(case, only(bare, who))
