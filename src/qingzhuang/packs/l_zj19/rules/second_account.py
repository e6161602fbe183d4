"""More than one work account, or following demanded."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true, over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-ZJ-02",
    on=(CaseKind.ACCOUNT,),
    category="G",
    message="工作类公众号不止一个，或者向基层强推关注，原则上不这样做，请说明理由。",
    rewrite="留一个号；关注自愿。",
    examples=(
        Breaks(given(CaseKind.ACCOUNT, accounts_per_unit=3)),
        Breaks(given(CaseKind.ACCOUNT, account_follow_required=True)),
        Passes(given(CaseKind.ACCOUNT, accounts_per_unit=1, account_follow_required=False)),
        Passes(
            "浙江省有规定：“省直单位原则上只保留一个工作类微信公众号，不得向基层强制推广关注和要求报送相关信息材料”。"
        ),
    ),
)
def second_account(case: Case, setting: Setting) -> Judgement:
    """
    查什么：一个单位几个工作类公众号，有没有强推关注。
    为什么：号多了，都要基层供稿、涨粉。
    怎么改：留一个号；关注自愿。
    不算：面向群众的服务号。
    """
    return is_true(case, "account_follow_required") | over(
        case, "accounts_per_unit", setting.limit("accounts_per_unit", case)
    )
