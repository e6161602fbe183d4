"""A helper made responsible."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "DUTY-03",
    on=(CaseKind.NOTICE, CaseKind.INSPECTION),
    category="I",
    message="配合的事，却把乡镇、村写成责任单位。",
    rewrite="主责写上级部门，基层只写配合什么。",
    examples=(
        Breaks(given(CaseKind.NOTICE, duty_list_class="cooperate", named_responsible=True)),
        Passes(
            given(
                CaseKind.NOTICE,
                duty_list_class="cooperate",
                named_responsible=False,
                responsibility_letter=False,
            )
        ),
        Passes(given(CaseKind.NOTICE, duty_list_class="basic", named_responsible=True)),
        Passes("上级早就讲过这一条：配合事项主责在上级。"),
    ),
)
def helper_made_responsible(case: Case, setting: Setting) -> Judgement:
    """
    查什么：属于配合的事，谁被写成责任单位、签责任书。
    为什么：谁有权谁主责，基层只能帮忙。
    怎么改：主责写上级部门，基层只写配合什么。
    不算：本来就是基层基本履职的事。
    """
    return only(
        equals(case, "duty_list_class", "cooperate"),
        is_true(case, "named_responsible") | is_true(case, "responsibility_letter"),
    )
