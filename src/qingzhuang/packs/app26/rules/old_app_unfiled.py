"""An app from before the rules that was not filed in time."""

from datetime import date

from qingzhuang.check.judgement import Judgement, negate, only, passes
from qingzhuang.check.kinds import differs, from_day
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind
from qingzhuang.packs.app26.days import IN_FORCE, OLD_APPS_BY


@rule(
    "APP26-S8",
    on=(CaseKind.FILING, CaseKind.APP),
    category="I",
    message="办法施行前就上线的应用，过了六个月还没有备案。",
    rewrite="尽快补办备案；不想留的，发公告关停。",
    examples=(
        Breaks(given(CaseKind.FILING, launch_date=date(2024, 3, 1), filing_status="none")),
        Passes(given(CaseKind.FILING, launch_date=date(2024, 3, 1), filing_status="filed")),
        Passes(given(CaseKind.FILING, launch_date=date(2026, 3, 1), filing_status="none")),
        Passes("上级早就讲过这一条：存量应用六个月内备案。"),
    ),
)
def old_app_unfiled(case: Case, setting: Setting) -> Judgement:
    """
    查什么：2026年1月25日以前上线的应用，到2026年7月25日备了案没有。
    为什么：老应用也要过这道关，不能一直拖。
    怎么改：补办备案，或者关停。
    不算：施行以后才上线的（看上线前备案那一条）。
    """
    if (case.day or setting.today) <= OLD_APPS_BY:
        return passes("launch_date")
    before = negate(from_day(case, "launch_date", IN_FORCE))
    return only(before, differs(case, "filing_status", "filed", "exempt"))
