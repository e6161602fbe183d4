"""An inspection that asks to see the principal."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-08d",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="督查检查考核调研动辄要见主要负责同志。",
    rewrite="谁了解情况见谁；要见主要负责同志的，说明为什么。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, requires_principal_leader=True)),
        Passes(given(CaseKind.INSPECTION, requires_principal_leader=False)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，上级部门到地方督查检查考核调研，不得动辄要求见主要负责同志。"
        ),
    ),
)
def principal_leader_summoned(case: Case, setting: Setting) -> Judgement:
    """
    查什么：检查、调研通知里有没有要求书记、镇长、主任到场。
    为什么：主要负责同志一天陪三拨，正事没人拿主意。
    怎么改：改成“了解情况的同志参加”。
    不算：问责、约谈等必须本人到场的。
    """
    return is_true(case, "requires_principal_leader")
