"""An app for which nobody is named responsible."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-04",
    on=(CaseKind.APP,),
    category="I",
    message="应用没有写明谁主办、谁负责。",
    rewrite="写明主办单位、使用单位和联系人。",
    examples=(
        Breaks(given(CaseKind.APP, responsible_unit_named=False)),
        Passes(given(CaseKind.APP, responsible_unit_named=True)),
        Passes(
            "《政务移动互联网应用程序规范化管理办法》规定：“按照“谁主办谁负责、谁使用谁负责”的原则，履行建设、使用、安全管理等环节的主体责任”。"
        ),
    ),
)
def no_responsible_unit(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用有没有写明主办单位、使用单位。
    为什么：没有人认账，出了问题基层找不到人。
    怎么改：在应用里和台账里写明主办单位、责任人和电话。
    不算：已经写明、只是换了联系人的。
    """
    return is_false(case, "responsible_unit_named")
