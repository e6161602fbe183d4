"""An app without acceptance test, or an account without news."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, past
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-05",
    on=(CaseKind.APP, CaseKind.ACCOUNT),
    category="F",
    message="应用没有验收就上线，或者账号长期不更新，请说明理由。",
    rewrite="补做验收；长期不更新的账号，更新或者注销。",
    examples=(
        Breaks(given(CaseKind.APP, acceptance_test_done=False)),
        Breaks(given(CaseKind.ACCOUNT, last_content_update=date(2026, 3, 1))),
        Passes(given(CaseKind.APP, acceptance_test_done=True)),
        Passes(given(CaseKind.ACCOUNT, last_content_update=date(2026, 11, 1))),
        Passes("上级早就讲过这一条：防止空壳僵尸。"),
    ),
)
def empty_shell(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用上线前验收过没有；账号多久没有更新。多久算长，法律没有写，是本地设置。
    为什么：建了不管，就成了空壳。
    怎么改：该补的补，该关的关。
    不算：按季节办的事，平时本来就没有更新的。
    """
    if case.kind is CaseKind.APP:
        return is_false(case, "acceptance_test_done")
    return past(case, "last_content_update", setting, setting.limit("stale_days", case))
