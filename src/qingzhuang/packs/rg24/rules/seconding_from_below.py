"""Staff seconded from the county or below."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-10",
    on=(CaseKind.POST_ACTIVITY,),
    category="I",
    message="从县及以下单位借调干部，原则上不借，请说明理由。",
    rewrite="退回原单位；缺人的，内部调剂。",
    examples=(
        Breaks(given(CaseKind.POST_ACTIVITY, seconds_cadre_from_county_or_below=True)),
        Passes(given(CaseKind.POST_ACTIVITY, seconds_cadre_from_county_or_below=False)),
        Passes("《整治形式主义为基层减负若干规定》规定，上级机关、单位原则上不得从县及以下单位借调干部。"),
    ),
)
def seconding_from_below(case: Case, setting: Setting) -> Judgement:
    """
    查什么：上级单位有没有从县里、乡镇、村里借人。
    为什么：借走一个，基层就少一个，活还是那么多。
    怎么改：到期退回，不再续借。
    不算：按规定批准的挂职、跟班学习。
    """
    return is_true(case, "seconds_cadre_from_county_or_below")
