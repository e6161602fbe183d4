"""Download of apps pushed by force."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-15a",
    on=(CaseKind.APP, CaseKind.NOTICE),
    category="A",
    message="强制推广下载使用政务应用程序。",
    rewrite="改成自愿；不下载的，一样给办。",
    examples=(
        Breaks(given(CaseKind.APP, mandatory_download=True)),
        Passes(given(CaseKind.APP, mandatory_download=False)),
        Passes("《整治形式主义为基层减负若干规定》规定，不得强制推广下载使用政务应用程序。"),
    ),
)
def download_pushed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有强制下载、使用。
    为什么：手机装满了应用，办事的还是那几个。
    怎么改：删去“必须”“一律”。
    不算：介绍应用、由人自愿下载的。
    """
    return is_true(case, "mandatory_download")
