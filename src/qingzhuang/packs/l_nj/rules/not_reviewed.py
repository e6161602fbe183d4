"""Work that went unreviewed."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-NJ-01",
    on=(CaseKind.DOCUMENT, CaseKind.FORM, CaseKind.INSPECTION, CaseKind.MEETING),
    category="I",
    message="没有做审核评估。",
    rewrite="补做审核评估；不合要求的调整、取消。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, doc_has_consistency_review=False)),
        Passes(given(CaseKind.DOCUMENT, doc_has_consistency_review=True)),
        Passes(
            "内江市专项工作机制办有规定：“对日常开展的各项工作全覆盖审核评估；…对不符合整治要求的，及时采取调整、修订、取消、叫停等措施”。"
        ),
    ),
)
def not_reviewed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：日常工作有没有审核评估的记录。
    为什么：老办法、老表格也要过一遍筛子。
    怎么改：补做审核评估；不合要求的调整、取消。
    不算：已经评估过、有记录的。
    """
    return is_false(case, "doc_has_consistency_review")
