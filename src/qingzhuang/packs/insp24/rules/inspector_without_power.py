"""An enterprise inspected by those who may not."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import differs, on_enterprise
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-01",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="不是执法主体的人去检查企业。",
    rewrite="交给有权的部门去查；看到问题，报给它。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspector_role="grid_worker")),
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspector_role="village_cadre")),
        Passes(given(CaseKind.INSPECTION, on_enterprise=True, inspector_role="enforcement_officer")),
        Passes(given(CaseKind.INSPECTION, on_enterprise=False, inspector_role="grid_worker")),
        Passes(
            "《国务院办公厅关于严格规范涉企行政检查的意见》规定：“除上述三类主体外，任何组织和个人不得实施涉企行政检查”。"
        ),
    ),
)
def inspector_without_power(case: Case, setting: Setting) -> Judgement:
    """
    查什么：去企业检查的是什么人。
    为什么：没有权的人查了不算，企业还要应付。
    怎么改：撤回任务；改成“发现线索报某某部门”。
    不算：宣传、走访、服务，不检查不处罚的；个体工商户算不算企业，还没有核实。
    """
    return on_enterprise(case, differs(case, "inspector_role", "enforcement_officer"))
