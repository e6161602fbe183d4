"""A state body that cannot name its power."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-34",
    on=(CaseKind.FORM, CaseKind.APP, CaseKind.GROUP),
    category="I",
    message="说不出凭哪部法律、哪项职责要个人信息。",
    rewrite="写出依据；写不出的不要。",
    examples=(
        Breaks(given(CaseKind.FORM, personal_data_fields={"income"}, legal_basis_stated=False)),
        Passes(given(CaseKind.FORM, personal_data_fields={"income"}, legal_basis_stated=True)),
        Passes("上级早就讲过这一条：国家机关不得超出职责。"),
    ),
)
def beyond_the_power(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要个人信息的单位，能不能说出法定职责。
    为什么：职责以外的信息，要了就是多要。
    怎么改：补依据，或者删列。
    不算：写明了法律依据和职责的。
    """
    return with_personal_data(case, is_false(case, "legal_basis_stated"))
