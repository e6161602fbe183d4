"""The same source asked to be filled again."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-JX-02",
    on=(CaseKind.FORM,),
    category="E",
    message="同源数据没有自动填上，又要基层再填。",
    rewrite="用已有数据先填好，基层只核对。",
    examples=(
        Breaks(given(CaseKind.FORM, item_duplicates={"残疾人数"})),
        Passes(given(CaseKind.FORM, item_duplicates=())),
        Passes("上级早就讲过这一条：同源数据最多填一次。"),
    ),
)
def filled_again(case: Case, setting: Setting) -> Judgement:
    """
    查什么：表里有没有已经有的数据还要再填。
    为什么：系统里有的，还要人抄一遍。
    怎么改：用已有数据先填好，基层只核对。
    不算：数据变了要更新的。
    """
    return is_set(case, "item_duplicates")
