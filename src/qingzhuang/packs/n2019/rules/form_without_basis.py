"""A form without a basis."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "N2019-01",
    on=(CaseKind.FORM,),
    category="E",
    message="这张表没有写明依据，不在公布的清单上。",
    rewrite="写明凭什么要、谁用；写不出的不发。",
    examples=(
        Breaks(given(CaseKind.FORM, form_in_catalogue=False)),
        Passes(given(CaseKind.FORM, form_in_catalogue=True)),
        Passes("上级早就讲过这一条：不得随意填表报数。"),
    ),
)
def form_without_basis(case: Case, setting: Setting) -> Judgement:
    """
    查什么：表有没有依据，在不在公布的填报清单上。
    为什么：随口要一张表，下面就层层要。
    怎么改：补依据，或者不发。
    不算：清单上的表；法定统计报表。
    """
    return is_false(case, "form_in_catalogue")
