"""Responsibility shifted by letters and vetoes."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import differs, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-17",
    on=(CaseKind.INSPECTION, CaseKind.NOTICE),
    category="I",
    message="用责任书、一票否决把部门的责任转给基层。",
    rewrite="撤掉责任书；谁的责任谁担，基层写明配合什么。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, duty_list_class="cooperate", responsibility_letter=True)),
        Passes(given(CaseKind.INSPECTION, duty_list_class="basic", responsibility_letter=True)),
        Passes(
            given(
                CaseKind.INSPECTION,
                duty_list_class="cooperate",
                responsibility_letter=False,
                one_vote_veto=False,
            )
        ),
        Passes("上级早就讲过这一条：不得以考核转嫁责任。"),
    ),
)
def responsibility_shifted(case: Case, setting: Setting) -> Judgement:
    """
    查什么：不是基层基本职责的事，有没有签责任书、一票否决。
    为什么：责任书一签，出了事就是基层的。
    怎么改：不签；改成分工单，写明各做什么。
    不算：本来就是基层基本职责的。
    """
    return only(
        differs(case, "duty_list_class", "basic"),
        is_true(case, "responsibility_letter") | is_true(case, "one_vote_veto"),
    )
