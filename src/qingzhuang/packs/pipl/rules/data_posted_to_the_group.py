"""Personal data posted to people without need."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-10",
    on=(CaseKind.GROUP, CaseKind.NOTICE),
    category="I",
    message="把没打码的个人信息发给了用不着的人看。",
    rewrite="撤回；改成单独发给经办人，或者打码再发。",
    examples=(
        Breaks(given(CaseKind.GROUP, personal_data_fields={"id_no"}, masked=False, audience_has_need=False)),
        Passes(given(CaseKind.GROUP, personal_data_fields={"id_no"}, masked=True, audience_has_need=False)),
        Passes(given(CaseKind.GROUP, personal_data_fields={"id_no"}, masked=False, audience_has_need=True)),
        Passes("《中华人民共和国个人信息保护法》规定：“不得非法买卖、提供或者公开他人个人信息”。"),
    ),
)
def data_posted_to_the_group(case: Case, setting: Setting) -> Judgement:
    """
    查什么：群里、通知里有没有没打码的个人信息，看的人是不是都用得着。
    为什么：群里几百人，一张表就把几百户的底露了。
    怎么改：撤回，打码，换成一对一的链接。
    不算：只有经办人能看的；已经打码的。
    """
    return with_personal_data(case, is_false(case, "masked") & is_false(case, "audience_has_need"))
