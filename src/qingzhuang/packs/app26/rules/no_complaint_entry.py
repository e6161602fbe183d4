"""An app without an entry for complaints."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import lacks
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-S4",
    on=(CaseKind.APP,),
    category="I",
    message="应用里没有投诉建议的地方。",
    rewrite="加一个投诉建议入口，写明几天内答复。",
    examples=(
        Breaks(given(CaseKind.APP, features={"form_fill"})),
        Passes(given(CaseKind.APP, features={"form_fill", "complaint_entry"})),
        Passes("上级早就讲过这一条：投诉建议功能。"),
    ),
)
def no_complaint_entry(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用里能不能提意见，提了有没有人管。
    为什么：不好用却没处说，问题就一直在。
    怎么改：加上入口，能在线受理、能看到办到哪一步。
    不算：另有统一投诉渠道并且在应用里写明的。
    """
    return lacks(case, "features", "complaint_entry")
