"""A temporary group that outlived its task."""

from datetime import date

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, past
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-10a",
    on=(CaseKind.GROUP,),
    category="F",
    message="临时群的任务已经完成，还没有解散。",
    rewrite="存下要留的文件，说一声，解散。",
    examples=(
        Breaks(given(CaseKind.GROUP, group_purpose_kind="temporary", group_task_done_date=date(2026, 5, 1))),
        Passes(
            given(CaseKind.GROUP, group_purpose_kind="temporary", group_task_done_date=date(2026, 11, 20))
        ),
        Passes(given(CaseKind.GROUP, group_purpose_kind="standing", group_task_done_date=date(2026, 5, 1))),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，任务完成后未及时注销或解散的临时性、阶段性工作群组。"
        ),
    ),
)
def finished_group_kept(case: Case, setting: Setting) -> Judgement:
    """
    查什么：临时建的群，事办完以后解散了没有。几天算及时，法律没有写，是本地设置。
    为什么：群不散，通知就不断。
    怎么改：解散；个人信息先清掉。
    不算：长期用的群；任务还没完的。
    """
    return only(
        equals(case, "group_purpose_kind", "temporary", "stage"),
        past(case, "group_task_done_date", setting, setting.limit("dissolve_days", case)),
    )
