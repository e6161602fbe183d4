"""A filed app that does not show its number."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-08",
    on=(CaseKind.APP,),
    category="I",
    message="已经备案，应用里没有标明主办单位和备案编号。",
    rewrite="在首页下方写上主办单位和备案编号。",
    examples=(
        Breaks(given(CaseKind.APP, filing_status="filed", filing_no_displayed=False)),
        Passes(given(CaseKind.APP, filing_status="filed", filing_no_displayed=True)),
        Passes(given(CaseKind.APP, filing_status="none", filing_no_displayed=False)),
        Passes("上级早就讲过这一条：标明主办单位及备案编号。"),
    ),
)
def filing_number_not_shown(case: Case, setting: Setting) -> Judgement:
    """
    查什么：备过案的应用有没有亮出主办单位和编号。
    为什么：亮出编号，基层一眼就知道该不该装。
    怎么改：在首页或者“关于”页写明。
    不算：还没有备案的（另有规定）。
    """
    return only(equals(case, "filing_status", "filed"), is_false(case, "filing_no_displayed"))
