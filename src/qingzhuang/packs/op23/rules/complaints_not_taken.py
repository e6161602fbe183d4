"""An app that takes no complaints."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import lacks
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-12",
    on=(CaseKind.APP,),
    category="I",
    message="应用没有提供投诉建议功能。",
    rewrite="加上投诉建议入口。",
    examples=(
        Breaks(given(CaseKind.APP, features=())),
        Passes(given(CaseKind.APP, features={"complaint_entry"})),
        Passes("《关于防治“指尖上的形式主义”的若干意见》规定，主办单位应在政务应用程序中提供投诉建议功能。"),
    ),
)
def complaints_not_taken(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用里有没有投诉建议功能。
    为什么：用的人最清楚哪里不好用。
    怎么改：加上，并真的有人看。
    不算：另有统一渠道并写明的。
    """
    return lacks(case, "features", "complaint_entry")
