"""More documents than the year before."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import exceeds
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-01a",
    on=(CaseKind.DOCUMENT,),
    category="I",
    message="今年发文比去年多，一般只减不增，请说明理由。",
    rewrite="能合的合，能打电话的不发文；超过的，向上级党委办公厅（室）书面说明。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, doc_count_year=130, doc_count_prev_year=120)),
        Passes(given(CaseKind.DOCUMENT, doc_count_year=90, doc_count_prev_year=120)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定：“年度实际发文数量一般只减不增，超过上年度的应当向上级党委办公厅（室）书面说明”。"
        ),
    ),
)
def more_documents_than_last_year(case: Case, setting: Setting) -> Judgement:
    """
    查什么：今年的发文数和去年比。
    为什么：文件一多，基层天天学文件、转文件。
    怎么改：清一遍，停发可发可不发的。
    不算：有急事、有专门部署而且书面说明过的。
    """
    return exceeds(case, "doc_count_year", "doc_count_prev_year")
