"""Hardly used, not updated, or a duplicate."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set, past, under
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-10b",
    on=(CaseKind.APP, CaseKind.ACCOUNT),
    category="F",
    message="用的人少、长期不更新，或者功能重复的应用、账号，应当清理。",
    rewrite="关停、注销，或者并到别的应用、账号。",
    examples=(
        Breaks(given(CaseKind.APP, monthly_active_users=3)),
        Breaks(given(CaseKind.ACCOUNT, last_content_update=date(2026, 1, 5))),
        Breaks(given(CaseKind.APP, duplicates_function_of={"青禾发布"})),
        Passes(
            given(
                CaseKind.APP,
                monthly_active_users=5000,
                last_content_update=date(2026, 11, 10),
                duplicates_function_of=(),
            )
        ),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，使用频率低、实用性不强的政务应用程序，长时间未进行信息更新的政务公众账号。功能相近、重复，同质化严重的政务应用程序、政务公众账号。"
        ),
    ),
)
def zombie_app_or_account(case: Case, setting: Setting) -> Judgement:
    """
    查什么：月活人数、最近更新、功能重不重复。多少算少、多久算长，是本地设置。
    为什么：占着名额，白花维护的钱，还要人去“养”。
    怎么改：该关的关，该并的并，先公告。
    不算：应急备用的；季节性的。
    """
    return (
        under(case, "monthly_active_users", setting.limit("low_use_monthly_users", case))
        | past(case, "last_content_update", setting, setting.limit("stale_days", case))
        | is_set(case, "duplicates_function_of")
    )
