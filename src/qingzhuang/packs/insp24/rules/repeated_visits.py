"""The same enterprise visited again and again."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import on_enterprise, over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-04",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="同一家企业一年查了几次，能合并的不得重复查。",
    rewrite="几个事项合到一次，几个部门一起去。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspections_same_enterprise_year=6)),
        Passes(given(CaseKind.INSPECTION, on_enterprise=True, inspections_same_enterprise_year=1)),
        Passes(
            "《国务院办公厅关于严格规范涉企行政检查的意见》规定：“能合并实施行政检查的，不得重复检查；能联合实施行政检查的，不得多头检查”。"
        ),
    ),
)
def repeated_visits(case: Case, setting: Setting) -> Judgement:
    """
    查什么：同一企业一年查了几次。几次算重复，法律没有写，是本地设置。
    为什么：天天有人来查，生意没法做。
    怎么改：合并，写明联合检查。
    不算：举报核查、发现重大隐患的。
    """
    return on_enterprise(
        case, over(case, "inspections_same_enterprise_year", setting.limit("visits_same_enterprise", case))
    )
