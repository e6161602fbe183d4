"""Villages judged by screenshots and videos."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import any_of, at_village, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "VIL22-05",
    on=(CaseKind.GROUP, CaseKind.APP, CaseKind.EVIDENCE),
    category="C",
    message="拿上传截图、录视频来评村里落实没落实。",
    rewrite="去掉截图、视频；到村里看。",
    examples=(
        Breaks(
            given(
                CaseKind.GROUP,
                target_level="village",
                evidence_required={"screenshot"},
                evidence_is_sole_criterion=True,
            )
        ),
        Passes(
            given(
                CaseKind.GROUP, target_level="village", evidence_required=(), evidence_is_sole_criterion=True
            )
        ),
        Passes(
            "《关于规范村级组织工作事务、机制牌子和证明事项的意见》规定，以县（市、区）为单位，清理整合面向村级组织的微信工作群、政务APP，不得简单以上传工作场景截图或者录制视频等作为评价村级组织是否落实工作的依据。"
        ),
    ),
)
def village_screenshots(case: Case, setting: Setting) -> Judgement:
    """
    查什么：对村（社区）是不是凭截图、视频评工作。
    为什么：为了截图干活，不是为了群众干活。
    怎么改：去掉截图、视频；到村里看。
    不算：村里自己愿意发、不用来评工作的。
    """
    return at_village(
        case,
        only(
            any_of(case, "evidence_required", "screenshot", "video"),
            is_true(case, "evidence_is_sole_criterion"),
        ),
    )
