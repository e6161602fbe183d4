"""Coordination bodies or third parties inspect enterprises."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals, on_enterprise
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-03",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="议事协调机构、第三方机构去检查企业。",
    rewrite="由执法部门自己查；第三方只能提供技术帮助。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspector_role="third_party")),
        Passes(given(CaseKind.INSPECTION, on_enterprise=True, inspector_role="enforcement_officer")),
        Passes(
            "《国务院办公厅关于严格规范涉企行政检查的意见》规定：“严禁政府议事协调机构以各种名义实施涉企行政检查；严禁检验检测机构、科研院所等第三方实施涉企行政检查；严禁外包给中介机构实施涉企行政检查”。"
        ),
    ),
)
def third_party_inspects(case: Case, setting: Setting) -> Judgement:
    """
    查什么：去检查的是不是专班、领导小组、中介、检测机构。
    为什么：谁有权谁检查；雇来的人、临时拼的班子查了不算，企业还要陪。
    怎么改：由执法部门自己查；第三方只能提供技术帮助。
    不算：受委托做检测、不作检查的。
    """
    return on_enterprise(case, equals(case, "inspector_role", "coordination_body", "third_party"))
