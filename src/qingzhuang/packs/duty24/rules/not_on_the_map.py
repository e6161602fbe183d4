"""A task that nobody has looked up in the duty list."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "DUTY-01",
    on=(CaseKind.NOTICE, CaseKind.FORM, CaseKind.INSPECTION),
    category="I",
    message="这件事还没有对照履职清单。",
    rewrite="先查本地清单：基本、配合、收回，还是清单上没有。",
    examples=(
        Breaks(given(CaseKind.NOTICE, duty_list_class="unknown")),
        Passes(given(CaseKind.NOTICE, duty_list_class="basic")),
        Passes("上级早就讲过这一条：三张清单分类。"),
    ),
)
def not_on_the_map(case: Case, setting: Setting) -> Judgement:
    """
    查什么：派下来的事对照过本乡镇的履职清单没有。
    为什么：对一对，就知道该不该基层干、谁来牵头。
    怎么改：查清单，写上归类。
    不算：已经对照过、归好类的。
    """
    return equals(case, "duty_list_class", "unknown")
