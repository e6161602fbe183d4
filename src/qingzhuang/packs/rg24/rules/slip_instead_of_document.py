"""A demand on a slip or in a group, around the count of documents."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "RG24-01c",
    on=(CaseKind.DOCUMENT, CaseKind.NOTICE, CaseKind.GROUP),
    category="I",
    exempt=("slip", "work_tip", "group_message"),
    message="用便笺、工作提示、群通知代替正式文件来提要求，绕开发文管理。",
    rewrite="该发文的正式发；不该发的不发。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, carried_by="slip")),
        Breaks(given(CaseKind.GROUP, carried_by="group_message")),
        Passes(given(CaseKind.DOCUMENT, carried_by="numbered_document")),
        Passes(
            given(
                CaseKind.DOCUMENT,
                carried_by="slip",
                exemption=Exemption("2026年汛期防汛应急响应", frozenset({"slip"}), date(2026, 12, 31)),
            )
        ),
        Passes(
            "《整治形式主义为基层减负若干规定》规定：“防止以“红头”变“白头”、正式改便笺、多文合一等方式规避发文数量管理”。"
        ),
    ),
)
def slip_instead_of_document(case: Case, setting: Setting) -> Judgement:
    """
    查什么：要求是用编号文件提的，还是用便笺、工作提示、群通知提的。
    为什么：“红头”变“白头”，文件没少，只是不算数了。
    怎么改：收回便笺；确有必要的，走正式发文。
    不算：通知开会时间、换地点这样的小事；应急指令。
    """
    return equals(case, "carried_by", "slip", "work_tip", "group_message")
