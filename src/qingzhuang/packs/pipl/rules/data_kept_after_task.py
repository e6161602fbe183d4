"""Data still held after the task is done."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true, past, with_personal_data
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "PIPL-47",
    on=(CaseKind.GROUP, CaseKind.FORM, CaseKind.EVIDENCE),
    category="I",
    message="事情办完了，个人信息还留在群里、表里。",
    rewrite="删掉；解散临时群之前先清文件。",
    examples=(
        Breaks(
            given(
                CaseKind.GROUP,
                personal_data_fields={"id_no"},
                data_still_held=True,
                group_task_done_date=date(2026, 3, 1),
            )
        ),
        Passes(
            given(
                CaseKind.GROUP,
                personal_data_fields={"id_no"},
                data_still_held=False,
                group_task_done_date=date(2026, 3, 1),
            )
        ),
        Passes(
            given(
                CaseKind.GROUP,
                personal_data_fields={"id_no"},
                data_still_held=True,
                group_task_done_date=date(2027, 3, 1),
            )
        ),
        Passes(
            "《中华人民共和国个人信息保护法》规定：“有下列情形之一的，个人信息处理者应当主动删除个人信息…（一）处理目的已实现、无法实现或者为实现处理目的不再必要”。"
        ),
    ),
)
def data_kept_after_task(case: Case, setting: Setting) -> Judgement:
    """
    查什么：事办完以后，群里、表里的个人信息删了没有。
    为什么：用完不删，迟早要漏。
    怎么改：删，记一笔“已删”。
    不算：法律要求存档的。
    """
    return with_personal_data(
        case, is_true(case, "data_still_held") & past(case, "group_task_done_date", setting)
    )
