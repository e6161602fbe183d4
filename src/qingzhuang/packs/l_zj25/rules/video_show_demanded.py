"""Videos demanded to show work."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "L-ZJ25-01",
    on=(CaseKind.EVIDENCE, CaseKind.INSPECTION, CaseKind.POST_ACTIVITY),
    category="C",
    message="要求用视频展示工作，或者拿有没有做视频来考核。",
    rewrite="改成一页纸，或者当面说几句。",
    examples=(
        Breaks(given(CaseKind.EVIDENCE, video_or_ppt_required=True)),
        Breaks(given(CaseKind.INSPECTION, metric_used_in_assessment={"video_made"})),
        Passes(given(CaseKind.EVIDENCE, video_or_ppt_required=False, metric_used_in_assessment=())),
        Passes("浙江省有规定：“不得要求以视频方式展示工作情况，不得以是否制作视频作为考核评价依据”。"),
    ),
)
def video_show_demanded(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有要求拍视频、做展示片。
    为什么：拍一条片子要花钱，还耽误几天，活没有多干一点。
    怎么改：改成一页纸，或者当面说几句。
    不算：对外文旅、招商宣传、政策解读、警示教育（勤俭务实）。
    """
    return is_true(case, "video_or_ppt_required") | any_of(case, "metric_used_in_assessment", "video_made")
