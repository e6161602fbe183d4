"""An app without a rule of use."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-06a",
    on=(CaseKind.APP,),
    category="A",
    message="应用没有使用规范。",
    rewrite="写一页纸：给谁用、什么时候用、哪些人不必用。",
    examples=(
        Breaks(given(CaseKind.APP, usage_rule_written=False)),
        Passes(given(CaseKind.APP, usage_rule_written=True)),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，应制定政务应用程序使用规范，明确目标对象、应用场景、使用要求等。"
        ),
    ),
)
def no_usage_rule(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有写明目标对象、使用场景、使用要求。
    为什么：写不清给谁用，最后就变成人人都要用。
    怎么改：补一页使用规范，放在应用里。
    不算：使用规范里已经写明的。
    """
    return is_false(case, "usage_rule_written")
