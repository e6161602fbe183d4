"""Personal data shown in full on screen or paper."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import any_of, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "GB35273-72",
    on=(CaseKind.GROUP, CaseKind.FORM, CaseKind.APP),
    category="I",
    message="屏幕上、纸上把个人信息全露出来，宜打码，请说明理由。",
    rewrite="显示成前几位加星号。",
    examples=(
        Breaks(given(CaseKind.GROUP, personal_data_fields={"phone"}, masked=False)),
        Passes(given(CaseKind.GROUP, personal_data_fields={"phone"}, masked=True)),
        Passes(
            "《GB/T 35273-2020 信息安全技术 个人信息安全规范》规定，涉及通过界面展示个人信息的（如显示屏幕、纸面），个人信息控制者宜对需展示的个人信息采取去标识化处理等措施，降低个人信息在展示环节的泄露风险。"
        ),
    ),
)
def shown_in_full(case: Case, setting: Setting) -> Judgement:
    """
    查什么：屏幕、纸面上展示的个人信息打码没有。
    为什么：贴在墙上的名单，谁都能拍走。
    怎么改：打码再贴、再发。
    不算：办事时给本人看的。
    """
    return only(
        any_of(case, "personal_data_fields", "id_no", "phone", "bank_account", "medical"),
        is_false(case, "masked"),
    )
