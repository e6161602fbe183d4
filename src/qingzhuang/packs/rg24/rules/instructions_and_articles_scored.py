"""Leaders' instructions or published articles are scored."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-08c",
    on=(CaseKind.INSPECTION,),
    category="D",
    message="把领导批示、媒体刊发信息当成督查检查考核的内容。",
    rewrite="从考核表里删去这两项。",
    examples=(
        Breaks(given(CaseKind.INSPECTION, metric_used_in_assessment={"leader_instruction"})),
        Breaks(given(CaseKind.INSPECTION, metric_used_in_assessment={"publication"})),
        Passes(given(CaseKind.INSPECTION, metric_used_in_assessment=())),
        Passes(
            "《整治形式主义为基层减负若干规定》规定，不得将获得领导同志批示以及在刊物和媒体刊发文章信息、经验做法等作为督查检查考核内容。"
        ),
    ),
)
def instructions_and_articles_scored(case: Case, setting: Setting) -> Judgement:
    """
    查什么：考核表里有没有“获批示”“刊发信息”“经验做法被推广”加分。
    为什么：会写的加分，会干的吃亏。
    怎么改：从考核表里删去这两项。
    不算：平时统计、不计分的。
    """
    return any_of(case, "metric_used_in_assessment", "leader_instruction", "publication")
