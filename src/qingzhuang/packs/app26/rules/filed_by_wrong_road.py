"""A filing that took the wrong road."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-07d",
    on=(CaseKind.FILING,),
    category="I",
    message="备案走错了门：地方的先交省级网信部门，中央部门的直接交国家网信办。",
    rewrite="改向对的部门提交。",
    examples=(
        Breaks(given(CaseKind.FILING, issuer_level="county", filed_through="national")),
        Passes(given(CaseKind.FILING, issuer_level="county", filed_through="province")),
        Passes(given(CaseKind.FILING, issuer_level="central", filed_through="national")),
        Passes("上级早就讲过这一条：路径（地方/部门）。"),
    ),
)
def filed_by_wrong_road(case: Case, setting: Setting) -> Judgement:
    """
    查什么：备案申请交给了谁。
    为什么：走错了门要退回重来，耽误时间。
    怎么改：地方先交所在地省级网信部门；中央部门直接交国家网信办。
    不算：已经办好备案的。
    """
    return (
        equals(case, "issuer_level", "province", "city", "county", "township", "village")
        & equals(case, "filed_through", "national")
    ) | (equals(case, "issuer_level", "central") & equals(case, "filed_through", "province"))
