"""The same matter reported to many."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-09b",
    on=(CaseKind.FORM, CaseKind.APP, CaseKind.GROUP, CaseKind.NOTICE),
    category="E",
    message="同一件事要求多头填报、重复要数据。",
    rewrite="指定一家收，别家去那一家取。",
    examples=(
        Breaks(given(CaseKind.FORM, item_duplicates={"在册耕地面积"})),
        Breaks("播种面积在“农情直报”系统填报后，还需再报送纸质版。"),
        Passes(given(CaseKind.FORM, item_duplicates=())),
        Passes("针对同一事项，不得要求基层多头填报、重复索要数据。"),
    ),
)
def asked_many_times(case: Case, setting: Setting) -> Judgement:
    """
    查什么：同一件事是不是几家都要、几个系统都要填。
    为什么：一个数填三个系统，三个系统还对不上。
    怎么改：只留一个口子。
    不算：不同的事、不同的时点。
    """
    return is_set(case, "item_duplicates")
