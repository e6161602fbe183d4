"""A form to a village that the county has not deployed."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_village, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-04",
    on=(CaseKind.FORM, CaseKind.NOTICE),
    category="E",
    message="没有经县级统一部署，就要村里填表、交材料。",
    rewrite="从已有台账取数；确需村里填的，报县里列进清单。",
    examples=(
        Breaks(given(CaseKind.FORM, target_level="village", village_admission_ok=False)),
        Breaks(given(CaseKind.FORM, target_level="village", form_in_catalogue=False)),
        Passes(
            given(CaseKind.FORM, target_level="village", village_admission_ok=True, form_in_catalogue=True)
        ),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，未经县级党委和政府统一部署，党政群机构不得要求村级组织填报表格、提供材料。"
        ),
    ),
)
def village_form_not_deployed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：发给村（社区）的表，在不在县里统一部署的清单上。
    为什么：这条最好查：对着清单一看就知道。
    怎么改：退回，写明清单上没有。
    不算：清单上的表；村里自己用的。
    """
    return at_village(case, is_false(case, "village_admission_ok") | is_false(case, "form_in_catalogue"))
