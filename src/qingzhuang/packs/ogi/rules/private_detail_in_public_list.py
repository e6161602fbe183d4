"""Private details in a public list."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OGI-15",
    on=(CaseKind.NOTICE,),
    category="I",
    message="公示名单里露出了身份证号、账号或者病情。",
    rewrite="只公示姓名、村组和金额；号码打码。",
    examples=(
        Breaks(given(CaseKind.NOTICE, personal_data_fields={"id_no"}, masked=False)),
        Passes(given(CaseKind.NOTICE, personal_data_fields={"id_no"}, masked=True)),
        Passes(given(CaseKind.NOTICE, personal_data_fields={"name"}, masked=False)),
        Passes("上级早就讲过这一条：公开不得侵害隐私。"),
    ),
)
def private_detail_in_public_list(case: Case, setting: Setting) -> Judgement:
    """
    查什么：公示、公告里有没有不该公开的个人信息。
    为什么：公示是为了公平，不是把底都亮出来。
    怎么改：换一张，旧的撤下。
    不算：本人同意公开的。
    """
    return any_of(case, "personal_data_fields", "id_no", "bank_account", "medical", "phone") & is_false(
        case, "masked"
    )
