"""Central form filling that reaches down to the county and below."""

from qingzhuang.check.judgement import Judgement, breaks, only
from qingzhuang.check.kinds import any_of, equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-13b",
    on=(CaseKind.APP, CaseKind.FORM),
    category="E",
    message="中央部门的填表报数一般不向下延伸到县级，请说明理由。",
    rewrite="到省级为止，省级从已有数据里汇总。",
    examples=(
        Breaks(given(CaseKind.APP, issuer_level="central", features={"form_fill"}, target_level="village")),
        Breaks(given(CaseKind.FORM, issuer_level="central", target_level="county")),
        Passes(given(CaseKind.APP, issuer_level="central", features={"form_fill"}, target_level="province")),
        Passes(given(CaseKind.FORM, issuer_level="county", target_level="village")),
        Passes("《整治形式主义为基层减负若干规定》规定，填表报数交材料功能一般不向下延伸到县级。"),
    ),
)
def reporting_reaches_below_county(case: Case, setting: Setting) -> Judgement:
    """
    查什么：中央部门的应用、表，是不是要县、乡、村直接填。
    为什么：一竿子插到底，乡镇就要对着几十个部门填表。
    怎么改：由省级平台统一报。
    不算：法律规定的普查、登记。
    """
    below = equals(case, "target_level", "county", "township", "village")
    asks = breaks() if case.kind is CaseKind.FORM else any_of(case, "features", "form_fill")
    return only(equals(case, "issuer_level", "central"), only(asks, below))
