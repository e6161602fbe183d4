"""A joint meeting that issues documents."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-AH-02",
    on=(CaseKind.DOCUMENT,),
    category="I",
    message="联席会议对外发文。",
    rewrite="由牵头部门或者党委政府发。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, issuer_kind="coordination_body")),
        Passes(given(CaseKind.DOCUMENT, issuer_kind="government")),
        Passes("安徽省有规定：“联席会议不对外发文”。"),
    ),
)
def joint_meeting_issues_document(case: Case, setting: Setting) -> Judgement:
    """
    查什么：发文的是不是联席会议这类议事协调机构。
    为什么：会议不是机关，谁都能以它的名义要东西。
    怎么改：撤回，改由有权的机关发。
    不算：只在成员单位内部发的会议纪要。
    """
    return equals(case, "issuer_kind", "coordination_body")
