"""No self-check on record."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-S5",
    on=(CaseKind.APP, CaseKind.FILING),
    category="I",
    message="没有自查自评的记录。",
    rewrite="对着强制使用、过度留痕、滥用排名、多头填报四样查一遍，记下来。",
    examples=(
        Breaks(given(CaseKind.APP, self_check_done=False)),
        Passes(given(CaseKind.APP, self_check_done=True)),
        Passes("上级早就讲过这一条：定期自查自评。"),
    ),
)
def no_self_check(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有定期自查。多久一次，法律没有写。
    为什么：自己先查，比等人来查强。
    怎么改：每年至少查一次，查出的写明怎么改。
    不算：刚上线、还没到自查日子的。
    """
    return is_false(case, "self_check_done")
