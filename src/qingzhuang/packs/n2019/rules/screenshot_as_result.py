"""Screenshots and videos in place of results."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import any_of, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "N2019-03",
    on=(CaseKind.EVIDENCE, CaseKind.GROUP, CaseKind.APP),
    category="C",
    message="拿截图、视频代替对实际工作的评价。",
    rewrite="到现场看。",
    examples=(
        Breaks(given(CaseKind.EVIDENCE, evidence_required={"screenshot"}, evidence_is_sole_criterion=True)),
        Passes(given(CaseKind.EVIDENCE, evidence_required={"screenshot"}, evidence_is_sole_criterion=False)),
        Passes(given(CaseKind.EVIDENCE, evidence_required=(), evidence_is_sole_criterion=True)),
        Passes("上级早就讲过这一条：截图视频不代替实际评价。"),
    ),
)
def screenshot_as_result(case: Case, setting: Setting) -> Judgement:
    """
    查什么：是不是只看截图、视频来评工作。
    为什么：屏幕上看不到真情况。
    怎么改：删去截图、视频的要求。
    不算：只作参考、不作评价的。
    """
    return only(
        any_of(case, "evidence_required", "screenshot", "video"), is_true(case, "evidence_is_sole_criterion")
    )
