"""An app that went online without filing."""

from datetime import date

from qingzhuang.check.judgement import Judgement, passes, unknown
from qingzhuang.check.kinds import differs
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind
from qingzhuang.packs.app26.days import IN_FORCE, OLD_APPS_BY


@rule(
    "APP26-05a",
    on=(CaseKind.APP, CaseKind.FILING),
    category="I",
    message="应用已经上线，还没有备案。",
    rewrite="先备案、后上线；已经上线的，尽快补办备案，办好之前不要求基层使用。",
    examples=(
        Breaks(given(CaseKind.APP, filing_status="none", launch_date=date(2026, 9, 1))),
        Breaks(given(CaseKind.APP, filing_status="none")),
        Passes(given(CaseKind.APP, filing_status="filed", launch_date=date(2026, 9, 1))),
        Passes(given(CaseKind.APP, filing_status="none", launch_date=date(2027, 5, 1))),
        Passes("上级早就讲过这一条：上线前备案。"),
    ),
)
def launched_unfiled(case: Case, setting: Setting) -> Judgement:
    """
    查什么：已经上线的政务应用程序有没有备案。
    为什么：备案是一道关：能不能不建、能不能合并，先问清楚再上线。
    怎么改：向省级网信部门（中央部门直接向国家网信办）提交备案；办好之前停止推广。
    不算：还没上线的；办法施行前就有、还在六个月补办期内的；不需备案的。
    """
    today, launched = case.day or setting.today, case.value("launch_date")
    if isinstance(launched, date) and (launched > today or (launched < IN_FORCE and today <= OLD_APPS_BY)):
        return passes("launch_date")
    if launched is None and today <= OLD_APPS_BY:
        return unknown("launch_date")
    return differs(case, "filing_status", "filed", "exempt")
