"""Sensitive data without separate consent."""

from qingzhuang.check.judgement import Judgement, negate, only
from qingzhuang.check.kinds import any_of, is_false, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-29",
    on=(CaseKind.FORM, CaseKind.GROUP),
    category="I",
    message="没有法定依据，也没有单独同意，就要敏感信息或者儿童信息。",
    rewrite="先取得本人（儿童由监护人）单独同意，或者写明法定依据。",
    examples=(
        Breaks(
            given(
                CaseKind.FORM,
                personal_data_fields={"minor_u14"},
                separate_consent=False,
                legal_basis_stated=False,
            )
        ),
        Passes(
            given(
                CaseKind.FORM,
                personal_data_fields={"minor_u14"},
                separate_consent=True,
                legal_basis_stated=False,
            )
        ),
        Passes(
            given(
                CaseKind.FORM,
                personal_data_fields={"minor_u14"},
                separate_consent=False,
                legal_basis_stated=True,
            )
        ),
        Passes("上级早就讲过这一条：单独同意与未成年人。"),
    ),
)
def no_separate_consent(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要敏感信息、儿童信息，同意过没有。
    为什么：困境儿童的情况录进表里，传出去会伤孩子。
    怎么改：补同意；传递时打码。
    不算：凭法定职责办理、写明依据的。
    """
    return only(
        negate(is_true(case, "legal_basis_stated")),
        any_of(case, "personal_data_fields", "minor_u14", "medical", "bank_account", "biometrics", "track")
        & is_false(case, "separate_consent"),
    )
