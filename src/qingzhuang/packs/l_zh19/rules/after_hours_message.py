"""Work messages outside hours."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "L-ZH-02",
    on=(CaseKind.GROUP, CaseKind.NOTICE),
    category="H",
    exempt=("outside_work_hours",),
    message="在非工作时间发了工作信息。",
    rewrite="存成草稿，上班再发；真急的打电话。",
    examples=(
        Breaks(given(CaseKind.GROUP, outside_work_hours=True)),
        Passes(given(CaseKind.GROUP, outside_work_hours=False)),
        Passes(
            given(
                CaseKind.GROUP,
                outside_work_hours=True,
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"outside_work_hours"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes("珠海市香洲区有规定，非工作时间不发布工作信息。"),
    ),
)
def after_hours_message(case: Case, setting: Setting) -> Judgement:
    """
    查什么：消息是不是下班后、休息日发的。本条只在珠海香洲管用；没有查到全国这样的规定，所以只作提醒。
    为什么：手机一响，一家人的晚饭就散了。
    怎么改：定时到上班时间发；写明“上班后再看”。
    不算：写明是哪一件事的应急通知。
    """
    return is_true(case, "outside_work_hours")
