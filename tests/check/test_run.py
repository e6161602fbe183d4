"""A case is held against the rules in force on its day and in its place; one ill is one finding."""

from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.check.rule import Breaks, Setting, given
from qingzhuang.check.run import check
from qingzhuang.law.provision import Display
from qingzhuang.model.case import Case, CaseKind, Exemption
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.load import encoded

SETTING = Setting(date(2026, 11, 26))
RULES = [(each.provision, each.rule) for each in encoded().values()]
FORCED = given(CaseKind.APP, mandatory_download=True, filing_status="filed")


def findings(case: Case, *, asking: bool = False) -> dict[str, Finding]:
    return {each.code: each for each in check(case, RULES, SETTING, asking=asking)}


def test_the_same_ill_in_three_instruments_is_one_finding() -> None:
    found = findings(FORCED)
    assert list(found) == ["APP26-P3a"]
    assert set(found["APP26-P3a"].also) == {"OP23-06b", "RG24-15a"}


def test_two_ills_of_one_broad_rule_are_two_findings_that_both_name_it() -> None:
    found = findings(given(CaseKind.APP, mandatory_download=True, install_rate_target=95))
    assert set(found) == {"APP26-P3a", "APP26-P3b"}
    assert all("OP23-06b" in each.also for each in found.values())


def test_what_the_first_rule_does_not_cover_stays_a_finding_of_its_own() -> None:
    found = findings(
        given(CaseKind.APP, metric_used_in_assessment={"likes", "followers"}, ranking_published=False)
    )
    assert set(found) == {"APP26-P4b", "OP23-08a"}


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (CaseKind.APP, "APP26-P4b"),
        (CaseKind.ACCOUNT, "OP23-08a"),
        (CaseKind.COURSE, "RG24-15b"),
    ],
)
def test_the_instrument_that_is_about_the_thing_is_named_first(kind: CaseKind, first: str) -> None:
    metric = {"study_time"} if kind is CaseKind.COURSE else {"likes"}
    found = check(given(kind, metric_used_in_assessment=metric), RULES, SETTING)
    assert found[0].code == first


def test_a_notice_that_forces_an_app_on_people_is_about_the_app() -> None:
    found = check(given(CaseKind.NOTICE, mandatory_download=True), RULES, SETTING)
    assert [each.code for each in found] == ["APP26-P3a"]


@pytest.mark.parametrize("code", sorted(encoded()))
def test_a_finding_shows_words_only_as_they_may_be_shown(code: str) -> None:
    each = encoded()[code]
    broken = next(e.case for e in each.rule.examples if isinstance(e, Breaks) and isinstance(e.case, Case))
    case = replace(broken, places=(each.provision.instrument.place,))
    (found,) = check(case, [(each.provision, each.rule)], SETTING)
    assert found.quoted is (each.provision.display is Display.QUOTE)
    assert bool(found.words) is (each.provision.display is not Display.HIDE)
    assert found.gravity is each.provision.gravity


def test_a_village_s_traces_and_anybody_s_are_one_finding() -> None:
    found = findings(given(CaseKind.EVIDENCE, target_level="village", evidence_is_sole_criterion=True))
    assert list(found) == ["RG24-08b"]
    assert {"OP23-07a", "VIL22-03", "N2019-02"} <= set(found["RG24-08b"].also)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2023, 12, 17), None),
        (date(2023, 12, 18), "OP23-06b"),
        (date(2024, 8, 5), "OP23-06b"),
        (date(2024, 8, 6), "RG24-15a"),
        (date(2026, 1, 24), "RG24-15a"),
        (date(2026, 1, 25), "APP26-P3a"),
    ],
)
def test_a_demand_cannot_breach_a_later_rule(day: date, first: str | None) -> None:
    found = check(replace(FORCED, day=day), RULES, SETTING)
    assert (found[0].code if found else None) == first


@pytest.mark.parametrize("code", sorted(encoded()))
def test_no_rule_breaks_on_the_day_before_it_binds(code: str) -> None:
    each = encoded()[code]
    since = each.provision.since
    assert since is not None
    before = date.fromordinal(since.toordinal() - 1)
    for example in each.rule.examples:
        if isinstance(example.case, Case):
            case = replace(example.case, day=before, places=(each.provision.instrument.place,))
            assert check(case, [(each.provision, each.rule)], SETTING) == []


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ((), False),
        (("云南", "曲靖"), False),
        (("广东", "珠海"), False),
        (("广东", "珠海", "香洲"), True),
        (("广东省", "珠海市", "香洲区"), True),
    ],
)
def test_a_local_rule_is_off_until_its_place_is_named(places: tuple[str, ...], found: bool) -> None:
    case = replace(given(CaseKind.GROUP, groups_per_unit=4), places=places)
    assert ("L-ZH-01" in findings(case)) is found


def test_messages_outside_hours_are_a_burden_and_never_a_violation() -> None:
    case = replace(given(CaseKind.GROUP, outside_work_hours=True), places=("广东", "珠海", "香洲"))
    assert findings(case)["L-ZH-02"].gravity is Gravity.ADVICE


CHECKIN = given(CaseKind.APP, features={"checkin", "complaint_entry"})
FLOOD = Exemption("2026年汛期防汛应急响应", frozenset({"checkin"}), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("claim", "spared"),
    [
        (FLOOD, True),
        (replace(FLOOD, event=""), False),
        (replace(FLOOD, covers=frozenset({"photo"})), False),
        (replace(FLOOD, until=date(2026, 11, 25)), False),
    ],
)
def test_an_exemption_names_its_event_covers_the_act_and_runs_out(claim: Exemption, spared: bool) -> None:
    assert (findings(replace(CHECKIN, exemption=claim)) == {}) is spared


def test_an_exemption_covers_only_its_own_act() -> None:
    both = given(CaseKind.APP, features={"checkin", "points_ranking"}, exemption=FLOOD)
    assert "APP26-P2" in findings(both)


def test_nothing_lifts_a_rate_or_likes() -> None:
    everything = Exemption("某应急响应", frozenset({"install_rate_target", "likes"}), date(2026, 12, 31))
    case = given(CaseKind.APP, install_rate_target=95, exemption=everything)
    assert "APP26-P3b" in findings(case)


def test_an_exemption_without_a_last_day_is_asked_for_one() -> None:
    case = replace(CHECKIN, exemption=replace(FLOOD, until=None))
    assert findings(case) == {}
    asked = [each for each in check(case, RULES, SETTING, asking=True) if "哪一天为止" in each.message]
    assert [each.gravity for each in asked] == [Gravity.ASK]


def test_what_is_missing_is_asked_once_and_never_held_against_anybody() -> None:
    assert check(Case(CaseKind.APP), RULES, SETTING) == []
    asked = check(Case(CaseKind.APP), RULES, SETTING, asking=True)
    assert {each.gravity for each in asked} == {Gravity.ASK}
    questions = [each.message for each in asked]
    assert len(questions) == len(set(questions))
    assert all(each.endswith(("？", "。")) for each in questions)


def test_remembered_words_are_never_shown() -> None:
    found = findings(given(CaseKind.INSPECTION, inspection_quota=20))["INSP24-07"]
    assert (found.gravity, found.words, found.quoted) == (Gravity.ADVICE, "", False)


def test_in_principle_is_a_reason_owed_and_no_breach() -> None:
    found = findings(given(CaseKind.APP, issuer_level="township"))["APP26-02a"]
    assert found.gravity is Gravity.REASON


def test_a_place_may_draw_its_own_line() -> None:
    app = given(CaseKind.APP, monthly_active_users=80)
    assert check(app, RULES, SETTING) == []
    own = replace(SETTING, thresholds={"low_use_monthly_users": 100.0})
    assert {each.code for each in check(app, RULES, own)} == {"APP26-S1"}


def test_the_order_of_the_rules_does_not_matter() -> None:
    case = given(
        CaseKind.APP,
        mandatory_download=True,
        features={"checkin", "form_fill"},
        metric_used_in_assessment={"likes", "points"},
        item_duplicates={"户数"},
    )
    assert check(case, RULES, SETTING) == check(case, list(reversed(RULES)), SETTING)
