"""A filing package that lacks papers."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import lacks
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-06",
    on=(CaseKind.FILING,),
    category="I",
    message="备案材料不齐。",
    rewrite="按基本信息、立项审核、功能设置、验收、运维和安全五类补齐。",
    examples=(
        Breaks(given(CaseKind.FILING, filing_documents={"basics", "functions"})),
        Passes(
            given(
                CaseKind.FILING,
                filing_documents={"basics", "approval", "functions", "acceptance", "operation"},
            )
        ),
        Passes("上级早就讲过这一条：备案申请材料。"),
    ),
)
def filing_papers_missing(case: Case, setting: Setting) -> Judgement:
    """
    查什么：备案材料的几类齐不齐。
    为什么：缺一样就要退回来，来回跑。
    怎么改：对着清单一次备齐；另有要求的“其他材料”问清楚再交。
    不算：材料都齐、只是格式不同的。
    """
    return lacks(case, "filing_documents", "basics", "approval", "functions", "acceptance", "operation")
