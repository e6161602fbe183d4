"""Not updated for two months."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import past
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-GT-01",
    on=(CaseKind.APP, CaseKind.ACCOUNT),
    category="F",
    message="应用或者账号两个月没有更新，列入高台县的线索范围，请说明理由。",
    rewrite="更新，或者注销。",
    examples=(
        Breaks(given(CaseKind.APP, last_content_update=date(2026, 8, 1))),
        Passes(given(CaseKind.APP, last_content_update=date(2026, 11, 1))),
        Passes(
            "高台县委宣传部/网信办有规定：“政务移动应用程序或政务公众账号长期未更新（两个月），连接超时、卡顿、闪退、白屏等问题”。"
        ),
    ),
)
def stale_two_months(case: Case, setting: Setting) -> Judgement:
    """
    查什么：最近一次更新距今几天。
    为什么：长期不更新，群众看到的是旧消息。
    怎么改：能更新的更新，不能的关。
    不算：应急备用、平时不更新的。
    """
    return past(case, "last_content_update", setting, setting.limit("gaotai_stale_days", case))
