"""Bystanders and principals called to a meeting."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-05",
    on=(CaseKind.MEETING,),
    category="I",
    message="叫不相干的单位陪会，或者要下级主要负责同志参会，一般不这样安排，请说明理由。",
    rewrite="只请有任务的单位；谁管这件事谁来。",
    examples=(
        Breaks(given(CaseKind.MEETING, attendees_unrelated=True)),
        Breaks(given(CaseKind.MEETING, requires_principal_leader=True)),
        Passes(given(CaseKind.MEETING, attendees_unrelated=False, requires_principal_leader=False)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，只安排与会议主题密切相关的单位参加，不搞层层陪会，由分管负责同志召集部署的会议一般不要求下级主要负责同志参会。"
        ),
    ),
)
def meeting_with_bystanders(case: Case, setting: Setting) -> Judgement:
    """
    查什么：会议通知里的参会范围。
    为什么：陪坐半天，一件事没有。
    怎么改：缩小范围，写明“分管同志或者具体办事的同志参加”。
    不算：由主要负责同志召集、确需主要负责同志来的会。
    """
    return is_true(case, "attendees_unrelated") | is_true(case, "requires_principal_leader")
