"""A new collection that was not held against existing ones."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-09a",
    on=(CaseKind.FORM, CaseKind.APP),
    category="E",
    message="要数之前没有统筹：没和已有的表比对过，或者同一个数各要各的期。",
    rewrite="先比对：已有的不要，能合的合；同一个数定一个期，短期的报了，长期的由它得出。",
    examples=(
        Breaks(given(CaseKind.FORM, checked_against_existing=False)),
        Breaks(given(CaseKind.FORM, item_periods_differ={"低保户数"})),
        Passes(given(CaseKind.FORM, checked_against_existing=True, item_periods_differ=())),
        Passes("《关于防治“指尖上的形式主义”的若干意见》规定，要求基层使用政务应用程序报送数据应加强统筹。"),
    ),
)
def uncoordinated_asking(case: Case, setting: Setting) -> Judgement:
    """
    查什么：发表之前有没有和别的表、已有数据比对过；同一个数，别的表是不是按另一个期在要。
    为什么：各要各的，基层就得各填各的。
    怎么改：用轻装比对一遍，把重复的列删掉再发。
    不算：下发前已经比对过的。
    """
    return is_false(case, "checked_against_existing") | is_set(case, "item_periods_differ")
