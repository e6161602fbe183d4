"""Roll calls, instant replies and casual tasks in a group."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, equals, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "OP23-06d",
    on=(CaseKind.GROUP, CaseKind.NOTICE),
    category="H",
    exempt=(
        "checkin",
        "jielong",
        "within_minutes",
        "read_receipt",
        "reply_text",
        "material_demanded_casually",
    ),
    message="在群里强制接龙打卡、即时响应，或者随意摊派任务、要材料。",
    rewrite="写明“阅后不用回复”；要材料的，发正式通知，给够时间。",
    examples=(
        Breaks(given(CaseKind.GROUP, reply_required="jielong")),
        Breaks(given(CaseKind.GROUP, reply_required="within_minutes")),
        Breaks("@所有人 请各村收到后10分钟内回复，并接龙打卡，逾期通报。"),
        Passes(given(CaseKind.GROUP, reply_required="no", features=(), material_demanded_casually=False)),
        Passes(
            given(
                CaseKind.GROUP,
                reply_required="jielong",
                exemption=Exemption("2026年汛期防汛应急响应", frozenset({"jielong"}), date(2026, 12, 31)),
            )
        ),
        Passes("在工作群组中，不得脱离工作实际强制要求打卡接龙、即时响应，不得随意摊派任务、索要材料。"),
    ),
)
def group_roll_call(case: Case, setting: Setting) -> Judgement:
    """
    查什么：群里有没有接龙、打卡、必须回复收到、几分钟内必须回复、随口要材料。
    为什么：盯着群、抢着回，手上的活就得放下。
    怎么改：不用回复；急事打电话。
    不算：应急处置时的点名报平安；自愿接龙（如团购、报名）；只请办完后说一声的。
    """
    reply = equals(case, "reply_required", "read_receipt", "reply_text", "within_minutes", "jielong")
    checkin = any_of(case, "features", "checkin")
    return reply | checkin | is_true(case, "material_demanded_casually")
