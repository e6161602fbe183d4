"""People are made to download or use an app."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P3a",
    on=(CaseKind.APP, CaseKind.NOTICE, CaseKind.GROUP),
    category="A",
    message="强制推广下载、安装或者使用政务应用程序。",
    rewrite="改成自愿：愿意的可以下载；不下载的，打电话或者到窗口一样办。",
    examples=(
        Breaks(given(CaseKind.APP, mandatory_download=True)),
        Breaks(given(CaseKind.NOTICE, mandatory_download=True)),
        Breaks("全体村干部务必于今天下班前下载安装“智慧乡村”APP。"),
        Passes(given(CaseKind.APP, mandatory_download=False)),
        Passes("各级各部门不得强制推广下载使用政务应用程序。"),
    ),
)
def forced_download(case: Case, setting: Setting) -> Judgement:
    """
    查什么：通知、群消息里有没有“必须下载”“一律安装”“不装要通报”。
    为什么：手机是个人的。装得多不等于干得好。
    怎么改：删去“必须”“一律”“全员”，写明不下载怎么办事。
    不算：介绍应用、自愿下载；没有备案的（先看另一条）。
    """
    return is_true(case, "mandatory_download")
