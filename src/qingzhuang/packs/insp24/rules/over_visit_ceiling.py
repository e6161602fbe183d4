"""More visits than the published ceiling."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import exceeds, on_enterprise
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-05",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="检查次数超过公布的年度上限。",
    rewrite="今年不再去；有线索的另行报批。",
    examples=(
        Breaks(
            given(
                CaseKind.INSPECTION,
                on_enterprise=True,
                inspections_same_enterprise_year=5,
                visit_ceiling_year=2,
            )
        ),
        Passes(
            given(
                CaseKind.INSPECTION,
                on_enterprise=True,
                inspections_same_enterprise_year=1,
                visit_ceiling_year=2,
            )
        ),
        Passes(
            "《国务院办公厅关于严格规范涉企行政检查的意见》规定，公布同一企业年度检查频次上限（2025年6月底前建立分级分类检查制度）。"
        ),
    ),
)
def over_visit_ceiling(case: Case, setting: Setting) -> Judgement:
    """
    查什么：检查次数和公布的上限比。上限是各领域自己公布的，要先录进来。
    为什么：上限公布了就要算数。
    怎么改：今年不再去；有线索的另行报批。
    不算：举报核查、发现重大隐患的。
    """
    return on_enterprise(case, exceeds(case, "inspections_same_enterprise_year", "visit_ceiling_year"))
