"""Data collected past the provincial one-form system."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-JS-YBT",
    on=(CaseKind.FORM, CaseKind.APP, CaseKind.GROUP),
    category="E",
    message="没有走省级“一表通”，又从别的渠道向基层采集数据。",
    rewrite="走“一表通”；系统里没有的，向系统提需求。",
    examples=(
        Breaks(given(CaseKind.FORM, reported_via_provincial_platform=False)),
        Passes(given(CaseKind.FORM, reported_via_provincial_platform=True)),
        Passes("江苏省十部门有规定，建设省级层面“一表通”系统，不再以其他渠道向基层采集数据。"),
    ),
)
def outside_yibiaotong(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要数是不是走省级“一表通”。
    为什么：开了正门，就要关旁门。
    怎么改：停掉别的渠道。
    不算：“一表通”暂时没有的项目、写明的。
    """
    return is_false(case, "reported_via_provincial_platform")
