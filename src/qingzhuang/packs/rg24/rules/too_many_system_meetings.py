"""More than one comprehensive meeting a year."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-04",
    on=(CaseKind.MEETING,),
    category="I",
    message="本系统综合性会议一年开了不止一次，原则上每年不超过1次，请说明理由。",
    rewrite="并成一次；业务上的事用电话、视频说。",
    examples=(
        Breaks(given(CaseKind.MEETING, meeting_kind="system_comprehensive", meeting_count_year=2)),
        Passes(given(CaseKind.MEETING, meeting_kind="system_comprehensive", meeting_count_year=1)),
        Passes(given(CaseKind.MEETING, meeting_kind="business", meeting_count_year=4)),
        Passes("《整治形式主义为基层减负若干规定》规定，本系统本领域综合性工作会议原则上每年不超过1次。"),
    ),
)
def too_many_system_meetings(case: Case, setting: Setting) -> Judgement:
    """
    查什么：本系统本领域的综合性会议一年开了几次。
    为什么：开会的人不干活，准备会的人更干不了活。
    怎么改：合并，或者改成书面通知。
    不算：业务会、应急会。
    """
    return only(
        equals(case, "meeting_kind", "system_comprehensive"),
        over(case, "meeting_count_year", setting.limit("system_meetings_year", case)),
    )
