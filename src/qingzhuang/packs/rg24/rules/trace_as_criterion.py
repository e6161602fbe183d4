"""Traces as the criterion of good work."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-08b",
    on=(CaseKind.EVIDENCE, CaseKind.INSPECTION),
    category="C",
    message="拿开会发文、拍照留痕、学习笔记这类痕迹评工作好坏。",
    rewrite="打分表删去留痕的分，改看结果、问群众。",
    examples=(
        Breaks(given(CaseKind.EVIDENCE, evidence_is_sole_criterion=True)),
        Passes(given(CaseKind.EVIDENCE, evidence_is_sole_criterion=False)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，不把是否开会发文、拍照留痕、制作学习笔记等作为评判工作优劣的标准。"
        ),
    ),
)
def trace_as_criterion(case: Case, setting: Setting) -> Judgement:
    """
    查什么：打分表里有没有给会议记录、照片、笔记、台账算分。
    为什么：会写的得高分，会干的吃亏。
    怎么改：打分表删去留痕的分，改看结果、问群众。
    不算：工程、财务、案件依法要留的凭证。
    """
    return is_true(case, "evidence_is_sole_criterion")
