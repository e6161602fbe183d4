"""No security rule for apps, accounts and groups."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-11",
    on=(CaseKind.APP, CaseKind.ACCOUNT, CaseKind.GROUP),
    category="I",
    message="没有管应用、账号和群的安全管理制度。",
    rewrite="定一条简单的：谁管、什么不能发、出了事找谁。",
    examples=(
        Breaks(given(CaseKind.APP, security_rule_written=False)),
        Passes(given(CaseKind.GROUP, security_rule_written=True)),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，建立政务应用程序、政务公众账号和工作群组安全管理制度。"
        ),
    ),
)
def no_security_rule(case: Case, setting: Setting) -> Judgement:
    """
    查什么：单位有没有这三样的安全管理制度。
    为什么：群里发了身份证号，没人管就一直在。
    怎么改：补一条制度，贴在群公告里。
    不算：上级制度已经写明、直接照办的。
    """
    return is_false(case, "security_rule_written")
