"""An app that holds personal data without a security record."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-S9",
    on=(CaseKind.APP,),
    category="I",
    message="应用存着个人信息，没有做过安全评估。",
    rewrite="做一次评估并记下来；用不上的个人信息删掉。",
    examples=(
        Breaks(given(CaseKind.APP, personal_data_fields={"id_no"}, security_assessment_done=False)),
        Passes(given(CaseKind.APP, personal_data_fields={"id_no"}, security_assessment_done=True)),
        Passes(given(CaseKind.APP, personal_data_fields=(), security_assessment_done=False)),
        Passes("上级早就讲过这一条：安全与个人信息保护。"),
    ),
)
def personal_data_unassessed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：存着个人信息的应用，有没有安全和个人信息保护的记录。
    为什么：信息一漏，受害的是群众，跑腿解释的是基层。
    怎么改：补做评估；少存、打码、设权限。
    不算：不存个人信息的。
    """
    return with_personal_data(case, is_false(case, "security_assessment_done"))
