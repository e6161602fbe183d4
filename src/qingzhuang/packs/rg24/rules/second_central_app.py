"""A central department with more than one app for the grassroots."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-13a",
    on=(CaseKind.APP,),
    category="G",
    message="中央和国家机关部门面向基层的应用不止一个，原则上最多1个，请说明理由。",
    rewrite="并成一个。",
    examples=(
        Breaks(given(CaseKind.APP, issuer_level="central", apps_same_dept_facing_grassroots=2)),
        Passes(given(CaseKind.APP, issuer_level="central", apps_same_dept_facing_grassroots=1)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，中央和国家机关部门原则上最多运行1个面向基层的政务应用程序。"
        ),
    ),
)
def second_central_app(case: Case, setting: Setting) -> Judgement:
    """
    查什么：一个中央部门面向基层的应用有几个。
    为什么：一个部门两个应用，到了村里就是几十个。
    怎么改：合并，旧的关停。
    不算：只给本机关用的。
    """
    return only(
        equals(case, "issuer_level", "central"),
        over(case, "apps_same_dept_facing_grassroots", setting.limit("central_apps", case)),
    )
