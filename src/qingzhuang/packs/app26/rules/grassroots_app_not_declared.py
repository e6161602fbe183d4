"""An app for the grassroots without its own statement in the filing."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-06b",
    on=(CaseKind.FILING,),
    category="I",
    message="面向基层的应用，备案时没有单独说明。",
    rewrite="在备案申请里单独写明：基层谁用、用来做什么、替掉了哪张表。",
    examples=(
        Breaks(given(CaseKind.FILING, target_level="township", filing_statement_grassroots=False)),
        Passes(given(CaseKind.FILING, target_level="township", filing_statement_grassroots=True)),
        Passes(given(CaseKind.FILING, target_level="province", filing_statement_grassroots=False)),
        Passes("上级早就讲过这一条：面向基层的须单独说明。"),
    ),
)
def grassroots_app_not_declared(case: Case, setting: Setting) -> Judgement:
    """
    查什么：面向县、乡、村使用的应用，备案时有没有单独说明。
    为什么：面向基层的要看得更紧，说不清为什么非要基层用，就不该建。
    怎么改：在备案申请里单独写明：基层谁用、用来做什么、替掉了哪张表。
    不算：只给本机关用的应用。
    """
    return only(
        equals(case, "target_level", "county", "township", "village"),
        is_false(case, "filing_statement_grassroots"),
    )
