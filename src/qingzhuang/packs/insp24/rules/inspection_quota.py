"""A quota of inspections."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-07",
    on=(CaseKind.INSPECTION, CaseKind.NOTICE),
    category="I",
    message="给检查定了数量指标。",
    rewrite="取消指标；该查的查，不该查的不凑数。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, inspection_quota=20)),
        Passes(given(CaseKind.INSPECTION, inspection_quota=0)),
        Passes("上级早就讲过这一条：不得下达检查指标。"),
    ),
)
def inspection_quota(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有定“一个月查几家”。
    为什么：指标逼出来的检查，多半是走过场。
    怎么改：取消指标；该查的查，不该查的不凑数。
    不算：按计划的抽查比例。
    """
    return is_set(case, "inspection_quota")
