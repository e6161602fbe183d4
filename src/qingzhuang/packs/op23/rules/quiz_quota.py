"""Shares of people or scores demanded in quizzes and votes."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-08c",
    on=(CaseKind.QUIZ, CaseKind.VOTE, CaseKind.COURSE, CaseKind.NOTICE, CaseKind.GROUP),
    category="D",
    message="在答题、投票里要求参加人数比例、分数，或者把结果拿来通报排名。",
    rewrite="改成自愿参加；不定比例、不定分数、不排名。",
    examples=(
        Breaks(given(CaseKind.QUIZ, participation_rate_target=90)),
        Breaks(given(CaseKind.QUIZ, pass_score_required=90)),
        Breaks("安全知识网络答题要求全员参与，参与率100%，成绩90分以上，结果将通报。"),
        Passes(
            given(CaseKind.QUIZ, participation_rate_target=0, pass_score_required=0, ranking_published=False)
        ),
        Passes(
            "在网络评选和答题考试活动中，不得随意设置投票环节，不得随意向下级和基层单位提出参与人数比例、答题考试分数等要求。"
        ),
    ),
)
def quiz_quota(case: Case, setting: Setting) -> Judgement:
    """
    查什么：答题、考试、评选有没有定人数、定分数、排名次。
    为什么：抽30题、要90分、考到过为止，学的是答案。
    怎么改：题库公开，愿意学的自测，错的给讲解。
    不算：上岗资格、法定培训的考试；自愿参加有奖答题。
    """
    asked = is_set(case, "participation_rate_target") | is_set(case, "pass_score_required")
    if case.kind in (CaseKind.GROUP, CaseKind.NOTICE):
        return asked
    return asked | is_true(case, "ranking_published")
