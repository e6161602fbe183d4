"""A comprehensive inspection outside the plan, or one too many."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-07",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="综合性督查检查考核不在年度计划里，或者一个部门一年不止一项，请说明理由。",
    rewrite="并到计划里的那一项；计划外的先报批。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, inspection_in_annual_plan=False)),
        Breaks(given(CaseKind.INSPECTION, inspections_per_dept_year=3)),
        Passes(given(CaseKind.INSPECTION, inspection_in_annual_plan=True, inspections_per_dept_year=1)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，综合性督查检查考核事项按年度计划执行，原则上每部门不超过1项，同类事项应当合并进行。"
        ),
    ),
)
def unplanned_inspection(case: Case, setting: Setting) -> Judgement:
    """
    查什么：检查在不在年度计划里，这个部门今年几项。
    为什么：今天你来、明天他来，基层光接待了。
    怎么改：合并进行，或者取消。
    不算：处理突发事件、举报核查。
    """
    return is_false(case, "inspection_in_annual_plan") | over(
        case, "inspections_per_dept_year", setting.limit("inspections_dept_year", case)
    )
