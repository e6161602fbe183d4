"""People are made to log in at intervals."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P3c",
    on=(CaseKind.APP, CaseKind.NOTICE),
    category="A",
    message="强制要求定期登录应用。",
    rewrite="取消登录要求；有事时发一条短信或者打个电话。",
    examples=(
        Breaks(given(CaseKind.APP, login_interval_required_days=1)),
        Breaks("各位网格员每天必须登录“智慧乡村”APP一次，未登录的扣分。"),
        Passes(given(CaseKind.APP, login_interval_required_days=0)),
        Passes("不得强制要求定期登录政务应用程序。"),
    ),
)
def forced_login(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有规定每天、每周必须登录。
    为什么：天天登录看一眼，不办事也算数，是白费时间。
    怎么改：删去登录次数；有新任务再提醒。
    不算：为了安全，很久不登录要重新验证的。
    """
    return is_set(case, "login_interval_required_days")
