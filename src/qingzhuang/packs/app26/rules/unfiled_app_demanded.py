"""People are made to use an app that is not filed."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import differs, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-05b",
    on=(CaseKind.APP, CaseKind.NOTICE, CaseKind.GROUP),
    category="A",
    message="要求大家下载、安装或者使用没有备案的应用。",
    rewrite="撤回这项要求；等应用备上案、编了号，再请大家自愿使用。",
    examples=(
        Breaks(given(CaseKind.APP, mandatory_download=True, filing_status="none")),
        Breaks(given(CaseKind.NOTICE, mandatory_download=True, filing_status="lapsed")),
        Passes(given(CaseKind.APP, mandatory_download=True, filing_status="filed")),
        Passes(given(CaseKind.APP, mandatory_download=False, filing_status="none")),
        Passes(
            "《政务移动互联网应用程序规范化管理办法》规定：“禁止以任何形式要求用户下载、安装或使用未经备案的政务应用程序”。"
        ),
    ),
)
def unfiled_app_demanded(case: Case, setting: Setting) -> Judgement:
    """
    查什么：通知、群消息、考核里要求用的应用，备案了没有。
    为什么：没备案的应用没人验过，装进手机，信息不安全，也多一份负担。
    怎么改：先查备案名单；没有编号的，不装、不催、不考核，可以打电话或者到窗口办。
    不算：已经备案的应用；不需备案的；只是介绍、没有要求使用的。
    """
    return is_true(case, "mandatory_download") & differs(case, "filing_status", "filed", "exempt")
