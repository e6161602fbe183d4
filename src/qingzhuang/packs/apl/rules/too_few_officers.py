"""A penalty or rectification notice without certified officers."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APL-42",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="开整改、处罚文书的人没有执法证。",
    rewrite="由持证的执法人员开，基层只报告情况。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, inspector_has_enforcement_cert=False)),
        Passes(given(CaseKind.INSPECTION, inspector_has_enforcement_cert=True)),
        Passes("上级早就讲过这一条：两名持证执法人员。"),
    ),
)
def too_few_officers(case: Case, setting: Setting) -> Judgement:
    """
    查什么：开文书的人有没有执法资格。
    为什么：没有资格的人签的字，不算数。
    怎么改：撤回文书，移交有权的部门。
    不算：只作提醒、不开文书的。
    """
    return is_false(case, "inspector_has_enforcement_cert")
