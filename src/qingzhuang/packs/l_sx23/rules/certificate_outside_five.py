"""A certificate outside the five that villages issue."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-SX-01",
    on=(CaseKind.CERTIFICATE,),
    category="I",
    message="要村里开的证明不在保留的5项里。",
    rewrite="要证明的单位自己查；确需的，走告知承诺。",
    examples=(
        Breaks(given(CaseKind.CERTIFICATE, certificate_on_positive_list=False)),
        Passes(given(CaseKind.CERTIFICATE, certificate_on_positive_list=True)),
        Passes("山西省有规定，明确了5项由村级组织出具证明事项。"),
    ),
)
def certificate_outside_five(case: Case, setting: Setting) -> Judgement:
    """
    查什么：证明在不在山西保留的5项里。
    为什么：村里不知道的事，开了证明也不作数。
    怎么改：不开，写明哪里能查到。
    不算：保留的5项以内的证明。
    """
    return is_false(case, "certificate_on_positive_list")
