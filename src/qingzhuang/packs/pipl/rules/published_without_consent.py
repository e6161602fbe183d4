"""Personal data in the open without consent."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, over, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-25",
    on=(CaseKind.GROUP, CaseKind.NOTICE),
    category="I",
    message="没有本人单独同意，就让很多人看到了个人信息。",
    rewrite="撤回；公示的只留姓和必要的字。",
    examples=(
        Breaks(
            given(CaseKind.GROUP, personal_data_fields={"id_no"}, separate_consent=False, audience_size=200)
        ),
        Passes(
            given(CaseKind.GROUP, personal_data_fields={"id_no"}, separate_consent=True, audience_size=200)
        ),
        Passes(
            given(CaseKind.GROUP, personal_data_fields={"id_no"}, separate_consent=False, audience_size=3)
        ),
        Passes("上级早就讲过这一条：不得公开。"),
    ),
)
def published_without_consent(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有多少人看得见，本人同意过没有。多少人算公开，是本地设置。
    为什么：一公开就收不回来。
    怎么改：撤回；公示的只留姓和必要的字。
    不算：法律规定必须公示的内容。
    """
    return with_personal_data(
        case,
        is_false(case, "separate_consent")
        & over(case, "audience_size", setting.limit("small_group_people", case)),
    )
