"""Cases of published notices, retold as facts: the rules find what the notices found, in force on that day and in that place."""

from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.check.rule import Setting, given
from qingzhuang.check.run import check
from qingzhuang.model.case import Case, CaseKind
from qingzhuang.model.finding import Gravity
from qingzhuang.packs.load import encoded
from tests.packs.known_facts import strict

SETTING = Setting(date(2026, 11, 26))
RULES = [(each.provision, each.rule) for each in encoded().values()]
NAMED_BY_THE_NOTICE = [
    pytest.param(
        given(CaseKind.INSPECTION, inspection_named_as="survey", inspection_has_scores_or_grades=True),
        date(2025, 5, 1),
        ("江苏", "常州"),
        {"L-JS-01"},
        id="a bureau's survey with three grades",
    ),
    pytest.param(
        given(CaseKind.FORM, turnaround_hours=25, asks_last_7d_same_issuer=3),
        date(2025, 3, 4),
        ("江苏", "淮安", "金湖"),
        {"L-JS-02", "RG24-08a"},
        id="asked at 15:00, wanted by 16:00 the next day, several times a week",
    ),
    pytest.param(
        given(CaseKind.FORM, turnaround_hours=5),
        date(2025, 3, 6),
        ("江苏", "淮安", "金湖"),
        {"L-JS-02", "RG24-08a"},
        id="asked at 10:00, wanted by 15:00",
    ),
    pytest.param(
        given(CaseKind.DOCUMENT, issuer_kind="coordination_body", doc_is_instructional_to_lower_govt=True),
        date(2025, 2, 28),
        ("安徽", "马鞍山"),
        {"RG24-01b", "L-AH-02"},
        id="a joint meeting writes to county governments",
    ),
    pytest.param(
        given(CaseKind.NOTICE, ranking_published=True, ranking_frequency="monthly"),
        date(2025, 2, 28),
        ("安徽", "马鞍山"),
        {"L-AH-01"},
        id="complaints ranked by the month",
    ),
    pytest.param(
        given(CaseKind.DOCUMENT, issuer_kind="department", doc_is_instructional_to_lower_govt=True),
        date(2025, 3, 15),
        ("安徽", "芜湖"),
        {"RG24-01b"},
        id="a bureau's plan for town governments",
    ),
    pytest.param(
        given(CaseKind.CERTIFICATE, certificate_on_positive_list=False),
        date(2025, 8, 1),
        ("浙江", "湖州"),
        {"VIL22-08"},
        id="a village stamp that is not on the list",
    ),
]
RETOLD = [
    pytest.param(
        given(CaseKind.APP, install_rate_target=150),
        date(2024, 1, 10),
        (),
        {"OP23-06b"},
        id="150 handled items a cadre",
    ),
    pytest.param(
        given(CaseKind.ACCOUNT, metric_used_in_assessment={"readership_index", "likes"}),
        date(2024, 9, 2),
        ("甘肃", "定西"),
        {"OP23-08a", "OP23-08b"},
        id="an index of spreading for accounts",
    ),
    pytest.param(
        given(CaseKind.APP, features={"checkin", "gps_track"}, ranking_published=True),
        date(2024, 9, 2),
        ("青海", "海东"),
        {"OP23-04", "OP23-08b"},
        id="a check-in with position at nine every morning",
    ),
    pytest.param(
        given(CaseKind.GROUP, groups_same_task=8, reply_required="within_minutes"),
        date(2024, 6, 1),
        ("青海", "玉树"),
        {"OP23-09c", "OP23-06d"},
        id="eight groups of one kind, watched all day",
    ),
    pytest.param(
        given(CaseKind.ACCOUNT, account_follow_required=True, metric_used_in_assessment={"followers"}),
        date(2025, 8, 8),
        ("新疆",),
        {"OP23-06c", "OP23-08a"},
        id="a hundred new followers a day",
    ),
    pytest.param(
        given(
            CaseKind.INSPECTION,
            target_level="village",
            village_task_kind={"enforcement"},
            duty_list_class="taken_back",
        ),
        date(2024, 10, 1),
        ("新疆", "哈密"),
        {"VIL22-02"},
        id="food safety inspections handed to the community",
    ),
    pytest.param(
        given(CaseKind.EVIDENCE, evidence_required={"video"}, video_or_ppt_required=True),
        date(2025, 12, 31),
        ("浙江",),
        {"OP23-07b", "L-ZJ25-01"},
        id="a video of the unit's work",
    ),
]


def codes(case: Case, day: date, places: tuple[str, ...]) -> set[str]:
    found = check(strict(replace(case, day=day, places=places)), RULES, SETTING)
    return {code for each in found for code in (each.code, *each.also)}


@pytest.mark.parametrize(("case", "day", "places", "wanted"), [*NAMED_BY_THE_NOTICE, *RETOLD])
def test_the_rule_of_the_notice_is_found(
    case: Case, day: date, places: tuple[str, ...], wanted: set[str]
) -> None:
    assert wanted <= codes(case, day, places)


@pytest.mark.parametrize(("case", "day", "places", "wanted"), NAMED_BY_THE_NOTICE)
def test_what_a_notice_names_as_broken_may_be_spoken_of_as_broken(
    case: Case, day: date, places: tuple[str, ...], wanted: set[str]
) -> None:
    found = check(replace(case, day=day, places=places), RULES, SETTING)
    assert all(each.gravity is Gravity.BREACH for each in found if wanted & {each.code, *each.also})


@pytest.mark.parametrize(("case", "day", "places", "wanted"), NAMED_BY_THE_NOTICE)
def test_local_rules_are_silent_elsewhere(
    case: Case, day: date, places: tuple[str, ...], wanted: set[str]
) -> None:
    assert not any(code.startswith("L-") for code in codes(case, day, ("云南", "曲靖")))
