"""Groups without an owner, or several for one job."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, over
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-HB-02",
    on=(CaseKind.GROUP, CaseKind.APP),
    category="G",
    message="群没有写明谁建谁负责，或者同类的群、应用重复。",
    rewrite="写明群主；同类的并成一个。",
    examples=(
        Breaks(given(CaseKind.GROUP, group_owner_named=False)),
        Breaks(given(CaseKind.GROUP, groups_same_task=2)),
        Passes(given(CaseKind.GROUP, groups_same_task=1, group_owner_named=True)),
        Passes(
            "湖北省有规定：“按照“谁建群谁负责”“谁管理谁负责”原则，对微信、QQ工作群和政务APP开展自查清理，对同类型政务、事务服务事项工作群和APP进行整合，避免多头设置、重复设置”。"
        ),
    ),
)
def group_without_owner(case: Case, setting: Setting) -> Judgement:
    """
    查什么：群有没有人负责，有没有重复。
    为什么：没人管的群，什么都往里发。
    怎么改：写明群主，合并同类。
    不算：已经合并、写明群主的。
    """
    return over(case, "groups_same_task", setting.limit("groups_same_task", case)) | is_false(
        case, "group_owner_named"
    )
