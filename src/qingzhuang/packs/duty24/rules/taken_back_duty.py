"""A duty that the upper level took back is handed down again."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "DUTY-02",
    on=(CaseKind.NOTICE, CaseKind.FORM, CaseKind.INSPECTION),
    category="I",
    message="上级部门已经收回的事，又派给基层。",
    rewrite="退回承接的部门。",
    examples=(
        Breaks(given(CaseKind.NOTICE, duty_list_class="taken_back")),
        Passes(given(CaseKind.NOTICE, duty_list_class="cooperate")),
        Passes("上级早就讲过这一条：收回事项不得再派。"),
    ),
)
def taken_back_duty(case: Case, setting: Setting) -> Judgement:
    """
    查什么：派下来的事是不是清单上写明“收回”的。
    为什么：收回去的又派下来，清单就白列了。
    怎么改：退回，写明清单上由谁承接。
    不算：还没到收回日期的。
    """
    return equals(case, "duty_list_class", "taken_back")
