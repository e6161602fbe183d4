"""A document that asks for reports and supporting documents."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-03b",
    on=(CaseKind.DOCUMENT, CaseKind.NOTICE),
    category="E",
    message="文件要求报送贯彻落实情况或者制定配套文件，一般不提，请说明理由。",
    rewrite="删去这句；想知道落实得怎样，到现场看。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, doc_asks_followup_report=True)),
        Passes(given(CaseKind.DOCUMENT, doc_asks_followup_report=False)),
        Passes("《整治形式主义为基层减负若干规定》规定，一般不提出报送贯彻落实情况、制定配套文件的要求。"),
    ),
)
def follow_up_report_demanded(case: Case, setting: Setting) -> Judgement:
    """
    查什么：文件末尾有没有“请于某日前报送贯彻落实情况”“制定实施方案”。
    为什么：一份文件生出几十份方案和报告。
    怎么改：删去，或者说明为什么非要不可。
    不算：法律法规、党内法规写明要报的。
    """
    return is_true(case, "doc_asks_followup_report")
