"""An app launched without acceptance test."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-12",
    on=(CaseKind.APP,),
    category="I",
    message="应用没有验收就上线了。",
    rewrite="补做验收；闪退、卡顿、不好用的先修好。",
    examples=(
        Breaks(given(CaseKind.APP, acceptance_test_done=False)),
        Passes(given(CaseKind.APP, acceptance_test_done=True)),
        Passes("上级早就讲过这一条：上线前验收。"),
    ),
)
def launched_untested(case: Case, setting: Setting) -> Judgement:
    """
    查什么：上线前验收过没有：功能全不全、稳不稳、好不好用。
    为什么：没验收的应用一卡，基层要一遍遍重填。
    怎么改：补做验收，请几位基层同志试用。
    不算：还没有上线、正在试用的。
    """
    return is_false(case, "acceptance_test_done")
