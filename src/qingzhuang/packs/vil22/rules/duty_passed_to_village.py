"""A body's own duty passed to the village."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_village, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-01",
    on=(CaseKind.NOTICE, CaseKind.FORM, CaseKind.INSPECTION),
    category="I",
    message="没有经县级统一部署，就把自己的事派给村里。",
    rewrite="收回；确需村里帮忙的，报县级党委和政府统一部署。",
    examples=(
        Breaks(given(CaseKind.NOTICE, target_level="village", village_admission_ok=False)),
        Passes(given(CaseKind.NOTICE, target_level="village", village_admission_ok=True)),
        Passes(given(CaseKind.NOTICE, target_level="county", village_admission_ok=False)),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，未经县级党委和政府统一部署，党政群机构不得将自身权责事项派交村级组织承担。"
        ),
    ),
)
def duty_passed_to_village(case: Case, setting: Setting) -> Judgement:
    """
    查什么：派给村（社区）的事，县级党委和政府统一部署过没有。
    为什么：村里就几个人，谁都能派活就谁的活也干不好。
    怎么改：收回，或者报县里统一部署。
    不算：县里统一部署的；村里自治的事。
    """
    return at_village(case, is_false(case, "village_admission_ok"))
