"""An app that hardly anybody uses."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import under
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-S1",
    on=(CaseKind.APP,),
    category="F",
    message="用的人很少的应用，应当限期关停注销。",
    rewrite="定一个日子关停；还有用的功能并到别的应用。",
    examples=(
        Breaks(given(CaseKind.APP, monthly_active_users=12)),
        Passes(given(CaseKind.APP, monthly_active_users=3200)),
        Passes(
            "《政务移动互联网应用程序规范化管理办法》规定：“对使用频率低、实用性不强的政务应用程序限期关停注销”。"
        ),
    ),
)
def low_use_app(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用一个月有多少人真在用。多少算少，法律没有写，是本地设置。
    为什么：没人用还要维护、要考核，就会逼着人去用。
    怎么改：关停，发公告，把数据交接好。
    不算：应急时才用的；刚上线、还在试用的。
    """
    return under(case, "monthly_active_users", setting.limit("low_use_monthly_users", case))
