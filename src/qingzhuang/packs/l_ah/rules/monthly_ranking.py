"""Rankings by the month or quarter."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-AH-01",
    on=(CaseKind.INSPECTION, CaseKind.NOTICE),
    category="D",
    message="按月、按季频繁搞排名通报。",
    rewrite="取消排名；有问题单独说。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, ranking_frequency="monthly")),
        Breaks(given(CaseKind.INSPECTION, ranking_frequency="weekly")),
        Passes(given(CaseKind.INSPECTION, ranking_frequency="yearly")),
        Passes(given(CaseKind.INSPECTION, ranking_frequency="none")),
        Passes("安徽省有规定：“不得按月度、季度频繁搞排名通报”。"),
    ),
)
def monthly_ranking(case: Case, setting: Setting) -> Judgement:
    """
    查什么：多久排一次名、通报一次。
    为什么：月月排名，就月月做数。
    怎么改：取消，或者改成年度、不排名。
    不算：不排名的情况通报。
    """
    return equals(case, "ranking_frequency", "daily", "weekly", "monthly", "quarterly")
