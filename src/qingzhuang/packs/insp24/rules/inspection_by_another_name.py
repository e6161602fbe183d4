"""An inspection under the name of observation or guidance."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals, on_enterprise
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-08",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="以观摩、督导的名义变相检查企业。",
    rewrite="要查就按检查的程序；只是看看，就不查、不记、不提要求。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspection_named_as="observation")),
        Passes(given(CaseKind.INSPECTION, on_enterprise=True, inspection_named_as="inspection")),
        Passes("《国务院办公厅关于严格规范涉企行政检查的意见》规定，严禁以观摩、督导等名义变相检查。"),
    ),
)
def inspection_by_another_name(case: Case, setting: Setting) -> Judgement:
    """
    查什么：去企业是什么名义。
    为什么：换个名字，企业一样要陪。
    怎么改：要查就按检查的程序；只是看看，就不查、不记、不提要求。
    不算：企业自己邀请的。
    """
    return on_enterprise(case, equals(case, "inspection_named_as", "observation", "guidance"))
