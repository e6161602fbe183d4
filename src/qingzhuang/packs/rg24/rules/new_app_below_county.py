"""A new app of a unit below the county."""

from datetime import date

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, from_day
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-14",
    on=(CaseKind.APP,),
    category="G",
    message="县级以下单位新建了面向基层的应用，请说明理由。",
    rewrite="停建，用上级已有的。",
    examples=(
        Breaks(given(CaseKind.APP, issuer_level="township", launch_date=date(2025, 5, 1))),
        Passes(given(CaseKind.APP, issuer_level="township", launch_date=date(2023, 5, 1))),
        Passes(given(CaseKind.APP, issuer_level="county", launch_date=date(2025, 5, 1))),
        Passes("上级早就讲过这一条：县以下不得新建。"),
    ),
)
def new_app_below_county(case: Case, setting: Setting) -> Judgement:
    """
    查什么：2024年8月6日以后，乡镇、村新上线的应用。
    为什么：基层自己建应用，养不起也管不好。
    怎么改：并入上级应用。
    不算：这一天以前就有的；县级以上建的。
    """
    return only(
        from_day(case, "launch_date", date(2024, 8, 6)), equals(case, "issuer_level", "township", "village")
    )
