"""The same kind of item collected outside the one form."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-03",
    on=(CaseKind.APP, CaseKind.FORM),
    category="E",
    message="同类数据没有走“一站式”平台、“一张表”，又单独要。",
    rewrite="并进“一张表”，一次报。",
    examples=(
        Breaks(given(CaseKind.APP, reported_via_provincial_platform=False)),
        Breaks(given(CaseKind.FORM, item_duplicates={"常住人口"})),
        Passes(given(CaseKind.APP, item_duplicates=(), reported_via_provincial_platform=True)),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，统一办事入口、统一身份认证、统一服务事项，同类事项或数据通过“一站式”平台、“一张表”形式报送。"
        ),
    ),
)
def outside_one_form(case: Case, setting: Setting) -> Judgement:
    """
    查什么：同类的事项、数据是不是统一入口、一张表报。
    为什么：一个口子进，才不会这家要了那家还要。
    怎么改：并到统一平台；平台没有的项目，向平台提，不向基层提。
    不算：统一平台暂时办不了、写明原因和日期的。
    """
    return is_set(case, "item_duplicates") | is_false(case, "reported_via_provincial_platform")
