"""Traces stand for results."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-07a",
    on=(CaseKind.APP, CaseKind.INSPECTION, CaseKind.EVIDENCE),
    category="C",
    message="把应用当作日常考核、线上督导的载体，用留痕代替看实效。",
    rewrite="到现场看、听群众说；留痕只作参考。",
    examples=(
        Breaks(given(CaseKind.APP, evidence_is_sole_criterion=True)),
        Breaks(given(CaseKind.APP, metric_used_in_assessment={"app_records"})),
        Passes(given(CaseKind.APP, metric_used_in_assessment=(), evidence_is_sole_criterion=False)),
        Passes(
            "不得把政务应用程序作为工作考核日常化、督导检查线上化的载体，不得以工作留痕代替实际工作成效评价。"
        ),
    ),
)
def trace_for_result(case: Case, setting: Setting) -> Judgement:
    """
    查什么：是不是拿应用里的记录、留痕来评工作。
    为什么：痕迹做得好的，不一定活干得好。
    怎么改：改看结果，删去留痕分。
    不算：本来就在网上办的业务。
    """
    return any_of(case, "metric_used_in_assessment", "app_records") | is_true(
        case, "evidence_is_sole_criterion"
    )
