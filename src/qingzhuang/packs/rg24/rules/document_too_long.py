"""A document that is too long."""

from qingzhuang.check.judgement import Judgement, passes, unknown
from qingzhuang.check.kinds import over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-02",
    on=(CaseKind.DOCUMENT,),
    category="I",
    message="文件太长：一般不超过5000字，部署专项工作的一般不超过4000字，请说明理由。",
    rewrite="删去背景、意义和套话，只留做什么、谁来做、到什么时候。",
    examples=(
        Breaks(given(CaseKind.DOCUMENT, doc_chars=6200, doc_kind="supporting")),
        Breaks(given(CaseKind.DOCUMENT, doc_chars=4500, doc_kind="special_task")),
        Passes(given(CaseKind.DOCUMENT, doc_chars=4500, doc_kind="supporting")),
        Passes(given(CaseKind.DOCUMENT, doc_chars=9000, doc_kind="comprehensive")),
        Passes(
            "《整治形式主义为基层减负若干规定》规定：“除部署综合性工作外，地方和部门文件一般不超过5000字，部署专项工作或者具体任务的文件一般不超过4000字”。"
        ),
    ),
)
def document_too_long(case: Case, setting: Setting) -> Judgement:
    """
    查什么：正文多少字，是部署综合工作还是专项工作。
    为什么：长文件没人看得完，要紧的话反而找不到。
    怎么改：压到规定的字数以内。
    不算：部署综合性工作的文件；附件里的表和名单。
    """
    kind = case.value("doc_kind")
    if kind == "comprehensive":
        return passes("doc_kind")
    special = over(case, "doc_chars", setting.limit("doc_chars_special", case))
    general = over(case, "doc_chars", setting.limit("doc_chars_general", case))
    if kind is None and special.outcome is not general.outcome:
        return unknown("doc_kind")
    return special if kind == "special_task" else general
