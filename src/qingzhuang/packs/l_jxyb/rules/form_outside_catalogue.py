"""A form outside the yearly catalogue."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, unless
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-JX-01",
    on=(CaseKind.FORM,),
    category="E",
    message="表不在年度填报目录清单里，也没有“一事一报”。",
    rewrite="先报批进清单，或者按“一事一报”办。",
    examples=(
        Breaks(given(CaseKind.FORM, form_in_catalogue=False)),
        Passes(given(CaseKind.FORM, form_in_catalogue=True)),
        Passes(given(CaseKind.FORM, form_in_catalogue=False, one_off_report_made=True)),
        Passes("上级早就讲过这一条：年度填报目录清单。"),
    ),
)
def form_outside_catalogue(case: Case, setting: Setting) -> Judgement:
    """
    查什么：表在不在年度清单里，清单外的有没有补报。
    为什么：有了清单，多出来的一眼就看见。
    怎么改：补办手续，或者不发。
    不算：补报过的；应急的。
    """
    return unless(case, "one_off_report_made", is_false(case, "form_in_catalogue"))
