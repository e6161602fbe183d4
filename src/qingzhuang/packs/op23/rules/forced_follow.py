"""People are made to follow an account."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-06c",
    on=(CaseKind.ACCOUNT, CaseKind.NOTICE, CaseKind.GROUP),
    category="A",
    message="强制推广、要求关注政务公众账号。",
    rewrite="改成“欢迎关注”；不统计、不截图、不排名。",
    examples=(
        Breaks(given(CaseKind.ACCOUNT, account_follow_required=True)),
        Breaks(given(CaseKind.NOTICE, account_follow_required=True)),
        Breaks("请全体干部职工务必关注“青禾发布”公众号，并将关注截图发到群里。"),
        Passes(given(CaseKind.ACCOUNT, account_follow_required=False)),
        Passes("不得强制推广使用政务公众账号。"),
    ),
)
def forced_follow(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有要求必须关注公众账号，有没有分配粉丝数。
    为什么：关注是自己的事，逼来的粉丝不看内容。
    怎么改：删去“必须关注”；把内容写得有用，人自然会来。
    不算：只是告知有这个账号。
    """
    return is_true(case, "account_follow_required")
