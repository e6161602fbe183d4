"""A major change that was not filed beforehand."""

from datetime import date

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import is_false, is_given
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-09",
    on=(CaseKind.FILING,),
    category="I",
    message="功能变了，没有先申请备案变更。",
    rewrite="补交变更申请，说明变了什么。",
    examples=(
        Breaks(given(CaseKind.FILING, major_change_date=date(2026, 8, 1), change_filed_before=False)),
        Passes(given(CaseKind.FILING, major_change_date=date(2026, 8, 1), change_filed_before=True)),
        Passes("上级早就讲过这一条：变更须提前申请。"),
    ),
)
def change_not_filed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用有大的变更时，事先申请了没有。
    为什么：悄悄加功能，就是悄悄给基层加活。
    怎么改：先申请、后变更。提前几个工作日，要看正式文本。
    不算：改错字、换颜色这样的小改动。
    """
    return only(is_given(case, "major_change_date"), is_false(case, "change_filed_before"))
