"""Nobody is named to keep the personal data."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-09",
    on=(CaseKind.APP, CaseKind.GROUP, CaseKind.FORM),
    category="I",
    message="收了个人信息，没有写明由谁保管、谁负责。",
    rewrite="写明保管人和电话，设好谁能看。",
    examples=(
        Breaks(given(CaseKind.APP, personal_data_fields={"phone"}, data_handler_named=False)),
        Passes(given(CaseKind.APP, personal_data_fields={"phone"}, data_handler_named=True)),
        Passes(
            "《中华人民共和国个人信息保护法》规定：“个人信息处理者应当对其个人信息处理活动负责，并采取必要措施保障所处理的个人信息的安全”。"
        ),
    ),
)
def no_data_keeper(case: Case, setting: Setting) -> Judgement:
    """
    查什么：个人信息谁保管、谁负责。
    为什么：没人负责，出了事就找填表的人。
    怎么改：写明保管人和电话，设好谁能看。
    不算：不涉及个人信息的。
    """
    return with_personal_data(case, is_false(case, "data_handler_named"))
