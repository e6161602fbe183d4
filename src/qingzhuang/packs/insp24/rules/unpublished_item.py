"""An item that was not published is inspected."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, on_enterprise
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "INSP24-06",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="检查的事项没有公布过。",
    rewrite="先公布，再检查。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, on_enterprise=True, inspection_item_published=False)),
        Passes(given(CaseKind.INSPECTION, on_enterprise=True, inspection_item_published=True)),
        Passes("《国务院办公厅关于严格规范涉企行政检查的意见》规定：“行政检查事项未经公布的，不得实施”。"),
    ),
)
def unpublished_item(case: Case, setting: Setting) -> Judgement:
    """
    查什么：检查事项在不在公布的清单上。
    为什么：没公布的事项，企业不知道该怎么做，查了不公平。
    怎么改：不查，或者先公布。
    不算：清单上已经公布的事项。
    """
    return on_enterprise(case, is_false(case, "inspection_item_published"))
