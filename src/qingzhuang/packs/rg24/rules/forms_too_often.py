"""Forms asked too often, or with too short a deadline."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_least, under
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "RG24-08a",
    on=(CaseKind.FORM, CaseKind.NOTICE, CaseKind.GROUP),
    category="E",
    exempt=("turnaround_hours", "asks_last_7d_same_issuer"),
    message="频繁要求基层填表报材料，或者给的时间太短。",
    rewrite="合成一次要；至少给两个工作日；已有的数不再要。",
    examples=(
        Breaks(given(CaseKind.FORM, asks_last_7d_same_issuer=4)),
        Breaks(given(CaseKind.FORM, turnaround_hours=5)),
        Passes(given(CaseKind.FORM, asks_last_7d_same_issuer=1, turnaround_hours=120)),
        Passes(
            given(
                CaseKind.FORM,
                asks_last_7d_same_issuer=4,
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"asks_last_7d_same_issuer"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes("《整治形式主义为基层减负若干规定》规定，不得频繁要求基层填表格报材料。"),
    ),
)
def forms_too_often(case: Case, setting: Setting) -> Judgement:
    """
    查什么：同一个单位七天里要了几次，每次给了几小时。几次算频繁、几小时算太短，法律没有写，是本地设置。
    为什么：上午发、下午要，只能编。
    怎么改：改到一周一次，写明用途和截止日。
    不算：应急、抢险时的报数。
    """
    return at_least(case, "asks_last_7d_same_issuer", setting.limit("frequent_asks_7d", case)) | under(
        case, "turnaround_hours", setting.limit("short_deadline_hours", case)
    )
