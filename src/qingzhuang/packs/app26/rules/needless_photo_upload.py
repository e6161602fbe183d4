"""Photos, videos or tracks demanded without need."""

from datetime import date

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import any_of, unless
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind, Exemption


@rule(
    "APP26-P4c",
    on=(CaseKind.APP, CaseKind.EVIDENCE),
    category="C",
    exempt=("photo", "video", "gps_track"),
    message="没有写明必要理由，就强制上传工作照片、视频或者轨迹。",
    rewrite="去掉照片和轨迹；需要证明的，由负责人当面或者电话核一次。",
    examples=(
        Breaks(given(CaseKind.APP, evidence_required={"photo", "gps_track"})),
        Breaks(given(CaseKind.EVIDENCE, evidence_required={"video"}, necessity_stated=False)),
        Breaks("巡河结束后须在“智慧河长”APP上传3张现场照片和完整轨迹，否则视为未巡。"),
        Passes(given(CaseKind.APP, evidence_required={"photo"}, necessity_stated=True)),
        Passes(given(CaseKind.APP, evidence_required=())),
        Passes(
            given(
                CaseKind.APP,
                evidence_required={"photo", "gps_track"},
                exemption=Exemption(
                    "2026年汛期防汛应急响应", frozenset({"photo", "gps_track"}), date(2026, 12, 31)
                ),
            )
        ),
        Passes("非必要情况下，不得强制要求下级和基层单位通过政务应用程序上传工作照片、视频和轨迹等。"),
    ),
)
def needless_photo_upload(case: Case, setting: Setting) -> Judgement:
    """
    查什么：有没有要求传照片、视频、轨迹，有没有写明为什么非传不可。
    为什么：为拍照而拍照，活干了还要补一张相，摆拍就是这样来的。
    怎么改：改成自愿；写“有照片的可以附，没有的写一句情况”。
    不算：灾情、案件、工程验收等写明了理由的；个人自愿传的。
    """
    return unless(case, "necessity_stated", any_of(case, "evidence_required", "photo", "video", "gps_track"))
