"""A document without the review for consistency with burden reduction."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-03a",
    on=(CaseKind.DOCUMENT,),
    category="I",
    message="发文前没有做为基层减负一致性评估。",
    rewrite="发出前用轻装查一遍，附上结果。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, doc_has_consistency_review=False)),
        Passes(given(CaseKind.DOCUMENT, doc_has_consistency_review=True)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，地方和部门制发文件应当进行与为基层减负一致性评估，加强政策性、合法合规性审查。"
        ),
    ),
)
def no_consistency_review(case: Case, setting: Setting) -> Judgement:
    """
    查什么：文件发出前做过减负一致性评估没有。
    为什么：多想一步，基层少跑十步。
    怎么改：补做评估；过不了的先改再发。
    不算：不给基层添任务的文件。
    """
    return is_false(case, "doc_has_consistency_review")
