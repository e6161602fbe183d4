"""Install or use rates as a quota or yardstick."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P3b",
    on=(CaseKind.APP, CaseKind.NOTICE),
    category="A",
    message="给安装使用率定了指标，或者拿来考核通报。",
    rewrite="取消指标和通报；要看好不好用，随机问几个人。",
    examples=(
        Breaks(given(CaseKind.APP, install_rate_target=95)),
        Breaks(given(CaseKind.APP, metric_used_in_assessment={"login_rate"})),
        Breaks("各村“智慧乡村”APP安装率须达到95%，每周通报一次。"),
        Passes(given(CaseKind.APP, install_rate_target=0, metric_used_in_assessment=())),
        Passes("不得考核通报用户安装使用率。"),
    ),
)
def install_quota(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有定安装率、注册数、登录率，有没有拿来考核、通报。
    为什么：指标一下，就有人花钱买注册、刷活跃，数字好看，事没有办。
    怎么改：删去指标；不排名、不通报。
    不算：只在后台看有多少人在用，不对人、不对村。
    """
    return is_set(case, "install_rate_target") | any_of(
        case, "metric_used_in_assessment", "install_rate", "login_rate"
    )
