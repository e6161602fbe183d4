"""An app built by a unit below the county."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-02a",
    on=(CaseKind.APP,),
    category="G",
    message="县以下单位自己办了政务应用程序，原则上不办，请说明理由。",
    rewrite="停止新建；确要用的，并入县级或者县级以上已有的应用。",
    examples=(
        Breaks(given(CaseKind.APP, issuer_level="township")),
        Passes(given(CaseKind.APP, issuer_level="county")),
        Passes(
            "《政务移动互联网应用程序规范化管理办法》规定：“县以下（不含县级）单位原则上不得开发建设政务应用程序”。"
        ),
    ),
)
def app_below_county(case: Case, setting: Setting) -> Judgement:
    """
    查什么：乡镇、街道、村、社区自己开发建设的应用、小程序、快应用。
    为什么：基层自己建一个，就要多养一个、多填一个，人手和安全都顾不上。
    怎么改：并到上级已有的应用里；确需保留的，写清理由，报上级同意。
    不算：县级单位办的；公众账号和工作群；面向群众的服务（参照管理）。
    """
    return equals(case, "issuer_level", "township", "village")
