"""Data that could be shared are asked again."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-S3",
    on=(CaseKind.APP, CaseKind.FORM),
    category="E",
    message="能共享的数据没有共享，还向基层要。",
    rewrite="由平台从已有的数据里取，基层只核对。",
    examples=(
        Breaks(given(CaseKind.FORM, item_duplicates={"低保户数"})),
        Passes(given(CaseKind.FORM, item_duplicates=())),
        Passes(
            "《政务移动互联网应用程序规范化管理办法》规定：“各地区各部门应加强集约建设和数据共享，清理整合面向基层的政务应用程序，优化政务应用程序功能”。"
        ),
    ),
)
def data_not_shared(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要的数别的单位有没有，能不能共享。
    为什么：数据多跑路，基层少跑腿。
    怎么改：向有数据的单位要，不向基层要。
    不算：有数据的单位依法不能给的。
    """
    return is_set(case, "item_duplicates")
