"""Each kind of predicate tells apart "no" and "not known"; an ill is never read into silence."""

from collections.abc import Callable
from datetime import date

import pytest

from qingzhuang.check import kinds
from qingzhuang.check.judgement import Judgement, Outcome, breaks
from qingzhuang.check.rule import Setting, given
from qingzhuang.model.case import Case, CaseKind, FactValue, Known

SETTING = Setting(date(2026, 11, 26))
Predicate = Callable[[Case], Judgement]
TABLE: list[tuple[str, Predicate, str, FactValue, FactValue]] = [
    ("is_true", lambda c: kinds.is_true(c, "masked"), "masked", True, False),
    ("is_false", lambda c: kinds.is_false(c, "masked"), "masked", False, True),
    ("equals", lambda c: kinds.equals(c, "scene", "other"), "scene", "other", "routine"),
    ("differs", lambda c: kinds.differs(c, "scene", "other"), "scene", "routine", "other"),
    (
        "any_of",
        lambda c: kinds.any_of(c, "features", "checkin"),
        "features",
        frozenset({"checkin", "vote"}),
        frozenset({"vote"}),
    ),
    (
        "lacks",
        lambda c: kinds.lacks(c, "features", "vote"),
        "features",
        frozenset[str](),
        frozenset({"vote"}),
    ),
    ("is_set", lambda c: kinds.is_set(c, "inspection_quota"), "inspection_quota", 20, 0),
    ("over", lambda c: kinds.over(c, "doc_chars", 5000), "doc_chars", 5001, 5000),
    ("under", lambda c: kinds.under(c, "turnaround_hours", 24), "turnaround_hours", 23, 24),
    ("at_least", lambda c: kinds.at_least(c, "groups_per_unit", 3), "groups_per_unit", 3, 2),
    (
        "past",
        lambda c: kinds.past(c, "last_content_update", SETTING, 60),
        "last_content_update",
        date(2026, 9, 26),
        date(2026, 9, 27),
    ),
    (
        "from_day",
        lambda c: kinds.from_day(c, "launch_date", date(2026, 1, 25)),
        "launch_date",
        date(2026, 1, 25),
        date(2026, 1, 24),
    ),
]


@pytest.mark.parametrize(("name", "judge", "fact", "ill", "well"), TABLE, ids=[row[0] for row in TABLE])
def test_a_predicate_knows_ill_well_and_not_known(
    name: str, judge: Predicate, fact: str, ill: FactValue, well: FactValue
) -> None:
    broken = judge(Case(CaseKind.APP, facts={fact: Known(ill)}))
    assert broken.outcome is Outcome.BREAKS
    assert {each.split("=")[0] for each in broken.facts} == {fact}
    assert judge(Case(CaseKind.APP, facts={fact: Known(well)})).outcome is Outcome.PASSES
    assert judge(Case(CaseKind.APP)) == Judgement(Outcome.UNKNOWN, (fact,))


def test_a_word_of_a_set_is_what_decides() -> None:
    found = kinds.any_of(given(CaseKind.APP, features={"vote", "checkin"}), "features", *kinds.FORCED)
    assert found.facts == ("features=checkin",)


def test_a_number_is_held_against_another_fact() -> None:
    def judge(**facts: float) -> Judgement:
        known = {name: Known(value) for name, value in facts.items()}
        return kinds.exceeds(Case(CaseKind.DOCUMENT, facts=known), "doc_count_year", "doc_count_prev_year")

    assert judge(doc_count_year=12, doc_count_prev_year=10).outcome is Outcome.BREAKS
    assert judge(doc_count_year=10, doc_count_prev_year=10).outcome is Outcome.PASSES
    assert judge(doc_count_prev_year=10).facts == ("doc_count_year",)
    assert judge(doc_count_year=10).facts == ("doc_count_prev_year",)


def test_a_reason_on_record_lifts_the_ill_and_silence_does_not() -> None:
    ill = breaks("evidence_required=photo")
    assert (
        kinds.unless(given(CaseKind.APP, necessity_stated=True), "necessity_stated", ill).outcome
        is Outcome.PASSES
    )
    assert kinds.unless(given(CaseKind.APP, necessity_stated=False), "necessity_stated", ill) == ill
    assert kinds.unless(Case(CaseKind.APP), "necessity_stated", ill) == ill
    assert kinds.unless_central(given(CaseKind.APP, mandate_source="central"), ill).outcome is Outcome.PASSES
    assert kinds.unless_central(given(CaseKind.APP, mandate_source="province"), ill) == ill


def test_a_scope_that_is_not_known_is_asked_for() -> None:
    assert kinds.at_village(Case(CaseKind.FORM), breaks("x")).facts == ("target_level",)
    assert kinds.on_enterprise(Case(CaseKind.INSPECTION), breaks("x")).facts == ("on_enterprise",)
    assert kinds.with_personal_data(Case(CaseKind.FORM), breaks("x")).facts == ("personal_data_fields",)
