"""A village judged by its traces."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_village, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-03",
    on=(CaseKind.FORM, CaseKind.EVIDENCE),
    category="C",
    message="用有没有留痕来看村里的工作。",
    rewrite="到村里看，问群众。",
    examples=(
        Breaks(given(CaseKind.FORM, target_level="village", evidence_is_sole_criterion=True)),
        Passes(given(CaseKind.FORM, target_level="village", evidence_is_sole_criterion=False)),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，坚决杜绝简单以设机制挂牌子安排村级组织任务、以填报表格或者提供材料调度村级组织工作、以“是否留痕”印证村级组织实绩等问题。"
        ),
    ),
)
def village_judged_by_trace(case: Case, setting: Setting) -> Judgement:
    """
    查什么：对村（社区）是不是看材料、看留痕评好坏。
    为什么：村里的活在田里、在屋里，不在档案盒里。
    怎么改：删去留痕的分。
    不算：财务、工程依法要留的凭证。
    """
    return at_village(case, is_true(case, "evidence_is_sole_criterion"))
