"""Forms asked too often (Jiangsu)."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_least, under
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "L-JS-02",
    on=(CaseKind.FORM, CaseKind.NOTICE, CaseKind.GROUP),
    category="E",
    exempt=("turnaround_hours", "asks_last_7d_same_issuer"),
    message="频繁要求基层填表报材料。",
    rewrite="合成一次要，给够时间。",
    examples=(
        Breaks(given(CaseKind.FORM, turnaround_hours=25)),
        Breaks(given(CaseKind.FORM, asks_last_7d_same_issuer=3)),
        Passes(given(CaseKind.FORM, asks_last_7d_same_issuer=1, turnaround_hours=96)),
        Passes(
            given(
                CaseKind.FORM,
                turnaround_hours=25,
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"turnaround_hours"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes("江苏省有规定：“不得频繁要求基层填表格报材料”。"),
    ),
)
def frequent_forms(case: Case, setting: Setting) -> Judgement:
    """
    查什么：七天里要了几次，每次给了几小时。
    为什么：3月3日15时发、次日16时前要，就是通报里的一例。
    怎么改：改到一周一次。
    不算：应急、抢险时的报数。
    """
    return at_least(case, "asks_last_7d_same_issuer", setting.limit("frequent_asks_7d", case)) | under(
        case, "turnaround_hours", setting.limit("short_deadline_hours", case)
    )
