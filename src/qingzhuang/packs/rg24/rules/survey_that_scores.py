"""An assessment under the name of a survey, or frequent rankings."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import equals, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-09",
    on=(CaseKind.INSPECTION,),
    category="I",
    message="以调研、评估、指导、监测的名义打分评档，或者频繁排名通报。",
    question="多久排一次名、通报一次？是写进年度计划的考核，还是借调研、督导的名义？",
    rewrite="要考核就列进计划；只是调研，就不打分、不排名。",
    examples=(
        Breaks(
            given(CaseKind.INSPECTION, inspection_named_as="survey", inspection_has_scores_or_grades=True)
        ),
        Breaks(given(CaseKind.INSPECTION, ranking_frequency="monthly")),
        Passes(
            given(
                CaseKind.INSPECTION,
                inspection_named_as="survey",
                inspection_has_scores_or_grades=False,
                ranking_frequency="none",
            )
        ),
        Passes(
            given(
                CaseKind.INSPECTION,
                inspection_named_as="assessment",
                inspection_has_scores_or_grades=True,
                ranking_frequency="yearly",
            )
        ),
        Passes("上级早就讲过这一条：不得以调研之名行考核之实。"),
    ),
)
def survey_that_scores(case: Case, setting: Setting) -> Judgement:
    """
    查什么：名义上是调研、评估，实际有没有打分、评等次；多久排一次名。
    为什么：换个名字，一样是考。
    怎么改：去掉打分和档次。
    不算：写进年度计划的正式考核。
    """
    return (
        equals(case, "inspection_named_as", "survey", "evaluation", "guidance", "monitoring")
        & is_true(case, "inspection_has_scores_or_grades")
    ) | equals(case, "ranking_frequency", "daily", "weekly", "monthly")
