"""Screenshots or videos demanded without need."""

from datetime import date

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import any_of, is_false, unless
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "OP23-07b",
    on=(CaseKind.EVIDENCE, CaseKind.GROUP, CaseKind.APP, CaseKind.NOTICE, CaseKind.FORM),
    category="C",
    exempt=("screenshot", "video", "photo"),
    message="随意要求上传不必要的截图、视频。",
    rewrite="去掉截图；相信干部，抽查时到现场看。",
    examples=(
        Breaks(given(CaseKind.EVIDENCE, evidence_required={"screenshot"})),
        Breaks(given(CaseKind.GROUP, evidence_required={"video"})),
        Breaks("学习完成后请各支部把学习截图发到群里，没发的视为未学。"),
        Breaks(given(CaseKind.FORM, evidence_required={"photo"}, necessity_stated=False)),
        Passes(given(CaseKind.FORM, evidence_required={"photo"}, necessity_stated=True)),
        Passes(given(CaseKind.EVIDENCE, evidence_required=())),
        Passes(given(CaseKind.GROUP, evidence_required={"screenshot"}, necessity_stated=True)),
        Passes(
            given(
                CaseKind.EVIDENCE,
                evidence_required={"screenshot"},
                exemption=Exemption("2026年汛期防汛应急响应", frozenset({"screenshot"}), date(2026, 12, 31)),
            )
        ),
        Passes("不得随意要求下级和基层单位通过政务应用程序、工作群组上传不必要的截图或视频。"),
    ),
)
def screenshots_demanded(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有要求在群里、应用里交截图、视频。意见只写了截图和视频，照片一并列出，由人再看；表里要照片、视频、轨迹的，先问一句写没写理由。
    为什么：截图证明不了工作，只证明截了图。
    怎么改：删去；确有必要的写明理由。
    不算：写明理由的（如灾情照片）；自愿发的。
    """
    if case.kind is CaseKind.FORM:
        proof = any_of(case, "evidence_required", "screenshot", "video", "photo", "gps_track")
        return only(proof, is_false(case, "necessity_stated"))
    return unless(case, "necessity_stated", any_of(case, "evidence_required", "screenshot", "video", "photo"))
