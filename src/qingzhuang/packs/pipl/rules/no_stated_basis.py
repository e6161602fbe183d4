"""Personal data asked without a stated basis."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-05",
    on=(CaseKind.FORM, CaseKind.GROUP, CaseKind.EVIDENCE),
    category="I",
    message="要个人信息，没有写明依据和用途。",
    rewrite="在表头写一句：依据什么、用来做什么。",
    examples=(
        Breaks(given(CaseKind.FORM, personal_data_fields={"id_no"}, legal_basis_stated=False)),
        Passes(given(CaseKind.FORM, personal_data_fields={"id_no"}, legal_basis_stated=True)),
        Passes(given(CaseKind.FORM, personal_data_fields=(), legal_basis_stated=False)),
        Passes(
            "《中华人民共和国个人信息保护法》规定：“处理个人信息应当遵循合法、正当、必要和诚信原则，不得通过误导、欺诈、胁迫等方式处理个人信息”。"
        ),
    ),
)
def no_stated_basis(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要个人信息的表、群，写没写依据。
    为什么：说不清为什么要，就不该要。
    怎么改：补写依据和用途。
    不算：不涉及个人信息的。
    """
    return with_personal_data(case, is_false(case, "legal_basis_stated"))
