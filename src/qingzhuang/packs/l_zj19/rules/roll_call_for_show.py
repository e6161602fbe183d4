"""Check-in and showing off results in daily work."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "L-ZJ-01",
    on=(CaseKind.GROUP, CaseKind.APP, CaseKind.EVIDENCE),
    category="C",
    exempt=("jielong", "checkin", "photo", "screenshot", "video"),
    message="日常工作中要求基层即时打卡、晒成绩。",
    rewrite="去掉打卡和晒图。",
    examples=(
        Breaks(given(CaseKind.GROUP, reply_required="jielong")),
        Breaks(given(CaseKind.EVIDENCE, evidence_required={"photo"})),
        Passes(given(CaseKind.GROUP, reply_required="no", features=(), evidence_required=())),
        Passes(
            given(
                CaseKind.GROUP,
                reply_required="jielong",
                exemption=Exemption("2026年汛期防汛应急响应", frozenset({"jielong"}), date(2026, 12, 31)),
            )
        ),
        Passes("浙江省有规定：“日常工作中，一律不得要求基层通过QQ、微信、专用APP等载体即时打卡晒成绩”。"),
    ),
)
def roll_call_for_show(case: Case, setting: Setting) -> Judgement:
    """
    查什么：群里、应用里有没有要求打卡、晒照片。
    为什么：晒得勤的不一定干得好。
    怎么改：去掉打卡和晒图。
    不算：非日常工作（应急、安保）。
    """
    return (
        equals(case, "reply_required", "jielong")
        | any_of(case, "features", "checkin")
        | any_of(case, "evidence_required", "photo", "screenshot", "video")
    )
