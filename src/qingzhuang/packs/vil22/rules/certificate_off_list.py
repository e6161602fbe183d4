"""A certificate that villages need not give."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-08",
    on=(CaseKind.CERTIFICATE,),
    category="I",
    message="要的证明不在村（社区）盖章的正面清单上。",
    rewrite="要证明的单位自己核实，或者让群众写承诺。",
    examples=(
        Breaks(given(CaseKind.CERTIFICATE, certificate_on_positive_list=False)),
        Passes(given(CaseKind.CERTIFICATE, certificate_on_positive_list=True)),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，违反了村（社区）出具盖章证明事项的相关规定（不在村（社区）盖章事项正面清单之列）。"
        ),
    ),
)
def certificate_off_list(case: Case, setting: Setting) -> Judgement:
    """
    查什么：证明在不在正面清单上。清单是省里、县里定的。
    为什么：村里证明不了的事，盖了章也没用，还要担责。
    怎么改：不盖，告诉群众该找谁。
    不算：正面清单上列明的证明。
    """
    return is_false(case, "certificate_on_positive_list")
