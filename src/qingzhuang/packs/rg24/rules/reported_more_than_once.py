"""Reported more than once, or past the provincial platform."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-13c",
    on=(CaseKind.FORM, CaseKind.APP),
    category="E",
    message="没有走省级平台统一报，或者同类材料不止报一次，原则上“最多报一次”，请说明理由。",
    rewrite="已经报过的，从平台取；没报过的，一次报齐。",
    examples=(
        Breaks(given(CaseKind.FORM, item_duplicates={"脱贫户数"})),
        Breaks(given(CaseKind.FORM, reported_via_provincial_platform=False)),
        Passes(given(CaseKind.FORM, item_duplicates=(), reported_via_provincial_platform=True)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，填表报数功能原则上通过省级平台统一报送，推动数据共享，实现同类材料“最多报一次”。"
        ),
    ),
)
def reported_more_than_once(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要的数是不是已经报过，是不是走省级平台。
    为什么：报一次，大家用，这是减负最实的一条。
    怎么改：从平台取数；表里删去已有的列。
    不算：省级平台还没有这一项、写明原因的。
    """
    return is_set(case, "item_duplicates") | is_false(case, "reported_via_provincial_platform")
