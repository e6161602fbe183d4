"""A task that is not on the duty list."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-16",
    on=(CaseKind.NOTICE, CaseKind.INSPECTION, CaseKind.FORM),
    category="I",
    message="把清单外的任务派给乡镇（街道）。",
    rewrite="对照履职清单退回；确需协助的，由上级部门主责、写明给什么支持。",
    examples=(
        Breaks(given(CaseKind.NOTICE, duty_list_class="not_listed")),
        Breaks(given(CaseKind.FORM, duty_list_class="taken_back")),
        Passes(given(CaseKind.NOTICE, duty_list_class="basic")),
        Passes("上级早就讲过这一条：清单外不得擅自下放。"),
    ),
)
def unlisted_duty(case: Case, setting: Setting) -> Judgement:
    """
    查什么：派下来的事在不在乡镇履职清单里。
    为什么：清单外的活没有人、没有钱、没有权，干不好还要担责。
    怎么改：引用本地清单，写一张回执退回去。
    不算：清单上的基本事项、配合事项。
    """
    return equals(case, "duty_list_class", "taken_back", "not_listed")
