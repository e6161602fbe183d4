"""A task without people or money."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import at_village, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-07",
    on=(CaseKind.NOTICE,),
    category="I",
    message="给村里派了事，没有给人、没有给钱。",
    rewrite="把经费、人员一起给；给不了的不派。",
    examples=(
        Breaks(given(CaseKind.NOTICE, target_level="village", funding_provided=False)),
        Passes(given(CaseKind.NOTICE, target_level="village", funding_provided=True)),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，相应的党政群机构应协调提供人员、经费等必要工作条件，不得将保障责任转嫁给村级组织。"
        ),
    ),
)
def task_without_money(case: Case, setting: Setting) -> Judgement:
    """
    查什么：派给村（社区）的事，人员、经费给了没有。
    为什么：光派活不给钱，村里只能欠账。
    怎么改：把经费、人员一起给；给不了的不派。
    不算：不用花钱、顺手能办的小事。
    """
    return at_village(case, is_false(case, "funding_provided"))
