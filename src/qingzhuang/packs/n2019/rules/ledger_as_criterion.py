"""Ledgers and notes as the criterion."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "N2019-02",
    on=(CaseKind.EVIDENCE, CaseKind.INSPECTION),
    category="C",
    message="拿台账、笔记有没有来评工作落实没落实。",
    rewrite="改看结果。",
    examples=(
        Breaks(given(CaseKind.EVIDENCE, evidence_is_sole_criterion=True)),
        Passes(given(CaseKind.EVIDENCE, evidence_is_sole_criterion=False)),
        Passes("上级早就讲过这一条：台账笔记不作标准。"),
    ),
)
def ledger_as_criterion(case: Case, setting: Setting) -> Judgement:
    """
    查什么：是不是看台账、笔记、会议记录来评工作。
    为什么：台账厚不等于事办得好。
    怎么改：改看结果。
    不算：财务、工程、案件依法要留的凭证。
    """
    return is_true(case, "evidence_is_sole_criterion")
