"""More than one work group in a unit."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-ZH-01",
    on=(CaseKind.GROUP,),
    category="G",
    message="一个单位建了不止一个工作群，原则上只建一个，请说明理由。",
    rewrite="并成一个，其余解散。",
    examples=(
        Breaks(given(CaseKind.GROUP, groups_per_unit=6)),
        Passes(given(CaseKind.GROUP, groups_per_unit=1)),
        Passes("珠海市香洲区有规定，原则上一个单位只建一个工作群。"),
    ),
)
def more_than_one_group(case: Case, setting: Setting) -> Judgement:
    """
    查什么：一个单位有几个工作群。本条只在珠海香洲管用，别处要自己打开。
    为什么：群多了，一条通知响好几遍。
    怎么改：并成一个，其余解散。
    不算：有名有期的应急群。
    """
    return over(case, "groups_per_unit", setting.limit("groups_per_unit", case))
