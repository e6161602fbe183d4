"""Personal data without masking."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import any_of, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-51",
    on=(CaseKind.APP, CaseKind.GROUP, CaseKind.FORM),
    category="I",
    message="身份证号、电话、账号没有打码。",
    rewrite="打码：中间几位换成星号；谁能看，设好权限。",
    examples=(
        Breaks(given(CaseKind.APP, personal_data_fields={"id_no"}, masked=False)),
        Passes(given(CaseKind.APP, personal_data_fields={"id_no"}, masked=True)),
        Passes(given(CaseKind.APP, personal_data_fields={"name"}, masked=False)),
        Passes(
            "《中华人民共和国个人信息保护法》规定：“（二）对个人信息实行分类管理；（三）采取相应的加密、去标识化等安全技术措施；（四）合理确定个人信息处理的操作权限”。"
        ),
    ),
)
def not_masked(case: Case, setting: Setting) -> Judgement:
    """
    查什么：身份证号、电话、银行账号、病情有没有打码。
    为什么：打了码，漏出去也认不出是谁。
    怎么改：打码再发；经办人要看全号的，单独给他看。
    不算：经办人必须看全号的。
    """
    return only(
        any_of(case, "personal_data_fields", "id_no", "phone", "bank_account", "medical"),
        is_false(case, "masked"),
    )
