"""A group as a medium for work round the clock."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "L-HB-01",
    on=(CaseKind.GROUP, CaseKind.APP),
    category="H",
    exempt=("outside_work_hours", "within_minutes", "jielong", "reply_text"),
    message="把工作群当作24小时工作媒介：非工作时间还要求回复。",
    rewrite="非工作时间不要求回复；急事打电话。",
    examples=(
        Breaks(given(CaseKind.GROUP, outside_work_hours=True, reply_required="within_minutes")),
        Passes(given(CaseKind.GROUP, outside_work_hours=False, reply_required="within_minutes")),
        Passes(given(CaseKind.GROUP, outside_work_hours=True, reply_required="no")),
        Passes(
            given(
                CaseKind.GROUP,
                outside_work_hours=True,
                reply_required="within_minutes",
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"within_minutes"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes("湖北省有规定：“不得将微信、QQ工作群和政务APP等作为24小时工作媒介”。"),
    ),
)
def group_round_the_clock(case: Case, setting: Setting) -> Judgement:
    """
    查什么：下班后、休息日在群里要求回复、接龙。
    为什么：人不是机器，不能二十四小时在线。
    怎么改：写明“上班后回复”。
    不算：排了班的应急值守。
    """
    return is_true(case, "outside_work_hours") & equals(
        case, "reply_required", "reply_text", "within_minutes", "jielong"
    )
