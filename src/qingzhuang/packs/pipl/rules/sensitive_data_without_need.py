"""Sensitive personal data without purpose and need."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-28",
    on=(CaseKind.FORM, CaseKind.GROUP, CaseKind.APP, CaseKind.EVIDENCE),
    category="I",
    message="要敏感个人信息，没有写明特定的目的和必要性。",
    rewrite="能不要就不要；确需的写明目的，单独保管。",
    examples=(
        Breaks(given(CaseKind.FORM, personal_data_fields={"track"}, legal_basis_stated=False)),
        Passes(given(CaseKind.FORM, personal_data_fields={"track"}, legal_basis_stated=True)),
        Passes(given(CaseKind.FORM, personal_data_fields={"name"}, legal_basis_stated=False)),
        Passes("上级早就讲过这一条：敏感个人信息。"),
    ),
)
def sensitive_data_without_need(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有要健康、银行账号、行踪、儿童这类信息，写没写为什么。
    为什么：干部巡河的轨迹，也是敏感信息。
    怎么改：删去；换成“已完成”三个字。
    不算：写明目的、依据的。
    """
    return any_of(
        case,
        "personal_data_fields",
        "biometrics",
        "religion",
        "special_identity",
        "medical",
        "bank_account",
        "track",
        "minor_u14",
        "credential",
    ) & is_false(case, "legal_basis_stated")
