"""Personal data kept past the day set."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import past, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-19",
    on=(CaseKind.GROUP, CaseKind.FORM, CaseKind.EVIDENCE),
    category="I",
    message="个人信息过了保存期，还留着。",
    rewrite="删掉，或者写明为什么还要留、留到哪天。",
    examples=(
        Breaks(given(CaseKind.GROUP, personal_data_fields={"id_no"}, retention_until=date(2026, 1, 1))),
        Passes(given(CaseKind.GROUP, personal_data_fields={"id_no"}, retention_until=date(2027, 1, 1))),
        Passes("上级早就讲过这一条：保存最短期限。"),
    ),
)
def kept_too_long(case: Case, setting: Setting) -> Judgement:
    """
    查什么：定的保存日期过了没有。
    为什么：留得越久，漏的机会越多。
    怎么改：删掉，或者写明为什么还要留、留到哪天。
    不算：法律、行政法规要求长期保存的。
    """
    return with_personal_data(case, past(case, "retention_until", setting))
