"""App records as the main basis of assessment or inspection."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P4a",
    on=(CaseKind.APP, CaseKind.INSPECTION),
    category="C",
    message="把应用里的记录当成考核、督查的主要依据。",
    rewrite="到现场看结果；应用里的记录只作参考，不打分。",
    examples=(
        Breaks(given(CaseKind.APP, metric_used_in_assessment={"app_records"})),
        Breaks(given(CaseKind.INSPECTION, metric_used_in_assessment={"app_records"})),
        Passes(given(CaseKind.APP, metric_used_in_assessment=())),
        Passes("不得把政务应用程序异化为工作考核日常化、督查检查线上化的主要载体。"),
    ),
)
def app_as_assessment(case: Case, setting: Setting) -> Judgement:
    """
    查什么：考核、督查是不是主要看应用里传了什么。
    为什么：只看屏幕，就会有人专门做屏幕上的活。
    怎么改：考核看事情办成没有，问群众，不看上传条数。
    不算：本来就在应用里办的业务（如网上审批）的办结情况。
    """
    return any_of(case, "metric_used_in_assessment", "app_records")
