"""A meeting or speech that is too long."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-06",
    on=(CaseKind.MEETING,),
    category="I",
    message="会或者讲话太长：讲话一般不超过1小时，会一般半天以内，请说明理由。",
    rewrite="讲话只讲要办的事；能书面发的不念。",
    examples=(
        Breaks(given(CaseKind.MEETING, speech_minutes=95)),
        Breaks(given(CaseKind.MEETING, meeting_hours=7, speech_minutes=30)),
        Passes(given(CaseKind.MEETING, speech_minutes=50, meeting_hours=3)),
        Passes(given(CaseKind.MEETING, speech_minutes=50, meeting_hours=10, meeting_kind="group_discussion")),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，主要负责同志讲话或者会议主报告不超过1小时；分组讨论会议原则上不超过1天半；其他会议一般安排半天以内。"
        ),
    ),
)
def meeting_too_long(case: Case, setting: Setting) -> Judgement:
    """
    查什么：讲话多少分钟，会开几个小时。半天按4小时、一天半按12小时算。
    为什么：会短一点，路上的人早一点回去干活。
    怎么改：压缩议程，书面材料提前发。
    不算：分组讨论会议可以到一天半。
    """
    kind = case.value("meeting_kind")
    line = "group_discussion_hours" if kind == "group_discussion" else "meeting_hours"
    speech = over(case, "speech_minutes", setting.limit("speech_minutes", case))
    return speech | over(case, "meeting_hours", setting.limit(line, case))
