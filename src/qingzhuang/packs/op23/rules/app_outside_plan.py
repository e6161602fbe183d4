"""An app outside the unit's digital plan."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-01",
    on=(CaseKind.APP,),
    category="G",
    message="应用没有纳入信息化、数字化总体规划。",
    rewrite="先列进规划，再谈建不建。",
    examples=(
        Breaks(given(CaseKind.APP, in_digital_plan=False)),
        Passes(given(CaseKind.APP, in_digital_plan=True)),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，将政务应用程序建设纳入信息化、数字化总体规划。"
        ),
    ),
)
def app_outside_plan(case: Case, setting: Setting) -> Judgement:
    """
    查什么：建应用之前，列进单位的规划没有。
    为什么：没有规划就建，今天一个、明天一个，最后都压到基层。
    怎么改：补进规划；列不进去的不建。
    不算：小修小改、不是新建的。
    """
    return is_false(case, "in_digital_plan")
