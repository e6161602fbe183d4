"""A new body or post demanded of a village."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_village, is_true, unless
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-06",
    on=(CaseKind.NOTICE,),
    category="I",
    message="没有省级同意，就要村里新设机制、专人专岗。",
    rewrite="撤回；现有的人和组织能办的就办。",
    examples=(
        Breaks(given(CaseKind.NOTICE, target_level="village", new_mechanism_demanded=True)),
        Passes(
            given(CaseKind.NOTICE, target_level="village", new_mechanism_demanded=True, province_agreed=True)
        ),
        Passes(given(CaseKind.NOTICE, target_level="village", new_mechanism_demanded=False)),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，未经省级党委和政府同意，党政群机构不得新设村级工作机制，不得要求专人专岗。"
        ),
    ),
)
def village_body_added(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有要求村（社区）新成立小组、挂牌子、设专人。
    为什么：牌子挂了一墙，还是那几个人。
    怎么改：撤回；现有的人和组织能办的就办。
    不算：党中央、国务院明确要求或者法律法规规定的；省级同意的。
    """
    return at_village(case, unless(case, "province_agreed", is_true(case, "new_mechanism_demanded")))
