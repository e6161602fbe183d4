"""A department gives orders to a lower party committee or government."""

from qingzhuang.check.judgement import Judgement, only
from qingzhuang.check.kinds import equals, is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "RG24-01b",
    on=(CaseKind.DOCUMENT, CaseKind.NOTICE),
    category="I",
    message="部门、议事协调机构向下级党委政府发指令性公文，或者在公文里提指令性要求。",
    rewrite="改成商请、告知；要部署的，报同级党委政府发。",
    examples=(
        Breaks(
            given(CaseKind.DOCUMENT, issuer_kind="coordination_body", doc_is_instructional_to_lower_govt=True)
        ),
        Passes(given(CaseKind.DOCUMENT, issuer_kind="government", doc_is_instructional_to_lower_govt=True)),
        Passes(given(CaseKind.DOCUMENT, issuer_kind="department", doc_is_instructional_to_lower_govt=False)),
        Passes(
            "《整治形式主义为基层减负若干规定》规定：“议事协调机构、部门和单位不得向下级党委和政府发布指令性公文或者在公文中提出指令性要求”。"
        ),
    ),
)
def order_to_lower_government(case: Case, setting: Setting) -> Judgement:
    """
    查什么：部门、专班、领导小组办公室是不是直接命令下级党委政府。
    为什么：谁都能下命令，乡镇就有几十个上级。
    怎么改：撤回，改由党委政府统一部署，或者改成业务指导、不带硬要求。
    不算：党委政府自己发的；部门对下级对口部门的业务工作。
    """
    return only(
        equals(case, "issuer_kind", "department", "coordination_body", "mass_org", "public_institution"),
        is_true(case, "doc_is_instructional_to_lower_govt"),
    )
