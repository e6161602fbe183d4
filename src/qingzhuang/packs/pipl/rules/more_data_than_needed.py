"""More personal data than the purpose needs."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-06",
    on=(CaseKind.FORM, CaseKind.APP, CaseKind.GROUP),
    category="I",
    message="要的个人信息超过了办这件事用得着的。",
    rewrite="用不上的列删去；只要人数的，不要身份证号。",
    examples=(
        Breaks(given(CaseKind.FORM, personal_data_fields={"id_no"}, fields_beyond_purpose={"身份证号"})),
        Passes(given(CaseKind.FORM, personal_data_fields={"id_no"}, fields_beyond_purpose=())),
        Passes(
            "《中华人民共和国个人信息保护法》规定：“收集个人信息，应当限于实现处理目的的最小范围，不得过度收集个人信息”。"
        ),
    ),
)
def more_data_than_needed(case: Case, setting: Setting) -> Judgement:
    """
    查什么：每一列个人信息，办这件事用不用得上。
    为什么：多要一列，就多一分泄露的险。
    怎么改：删列，或者改成只报个数。
    不算：办事确实要用的。
    """
    return with_personal_data(case, is_set(case, "fields_beyond_purpose"))
