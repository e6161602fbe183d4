"""Download, use rate or log-in forced upon people."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set, is_true, unless_central
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-06b",
    on=(CaseKind.APP, CaseKind.NOTICE, CaseKind.GROUP),
    category="A",
    message="强制推广下载，或者限定安装使用率、强制定期登录。",
    rewrite="改成自愿；删去比例和登录次数；不下载的，打电话或者到窗口一样办。",
    examples=(
        Breaks(given(CaseKind.APP, mandatory_download=True)),
        Breaks(given(CaseKind.GROUP, install_rate_target=100)),
        Breaks(given(CaseKind.NOTICE, login_interval_required_days=7)),
        Breaks("请各组组长督促组员今天内全部注册“青禾通”小程序，没注册的在群里点名。"),
        Passes(
            given(
                CaseKind.APP, mandatory_download=False, install_rate_target=0, login_interval_required_days=0
            )
        ),
        Passes(given(CaseKind.APP, mandatory_download=True, mandate_source="central")),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，不得强制推广下载，不得限定用户安装使用率，不得强制要求定期登录等。"
        ),
    ),
)
def forced_use(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有强制下载、定使用率、强制登录。
    为什么：装得多、登得勤，不等于事办得好。
    怎么改：删去“必须”和比例。
    不算：中央有明文要求的（各省线索公告的说法）；自愿的。
    """
    return unless_central(
        case,
        is_true(case, "mandatory_download")
        | is_set(case, "install_rate_target")
        | is_set(case, "login_interval_required_days"),
    )
