"""An app that was closed without announcement."""

from datetime import date

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import is_false, is_given
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-10",
    on=(CaseKind.FILING, CaseKind.APP),
    category="F",
    message="应用关停，没有先发公告。",
    rewrite="补发公告，写明数据怎么办、以后到哪里办，并报备。",
    examples=(
        Breaks(given(CaseKind.FILING, retire_date=date(2026, 8, 1), closure_announced=False)),
        Passes(given(CaseKind.FILING, retire_date=date(2026, 8, 1), closure_announced=True)),
        Passes("上级早就讲过这一条：关停注销公告与报备。"),
    ),
)
def closed_without_notice(case: Case, setting: Setting) -> Judgement:
    """
    查什么：关停的应用发过公告、报过备没有。
    为什么：不打招呼就关，基层存的东西没了，群众也找不到地方办事。
    怎么改：关停前发公告，下线后报备。下线后几个工作日内，要看正式文本。
    不算：还在用、没有下线的应用。
    """
    return only(is_given(case, "retire_date"), is_false(case, "closure_announced"))
