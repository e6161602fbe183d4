"""Which fact may be used, which must be asked again, which are at odds."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.answer.ledger import Candidate, LedgerView, Standing, resolve, view_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.sheet import Scalar

WANG = Subject(SubjectKind.PERSON, "990101194503021234", "王桂香")
TODAY = date(2026, 11, 24)
PHONE = "person.phone"


def said(
    value: Scalar,
    *,
    by: str = "低保花名册",
    on: date = date(2026, 3, 1),
    until: date | None = None,
    subject: Subject = WANG,
) -> Candidate:
    """A fact as some file states it."""
    learnt = datetime(2026, 11, 1, tzinfo=UTC)
    return Candidate(Fact(subject, PHONE, value, on, Source(by, "Sheet1!B2"), "李", learnt, until), by)


def test_one_source_is_used() -> None:
    found = resolve([said("13900000001")], TODAY)
    assert found.standing is Standing.CURRENT
    assert found.fact is not None
    assert found.fact.value == "13900000001"


def test_nothing_is_known_before_it_was_true() -> None:
    assert resolve([said("13900000001")], date(2026, 2, 28)).standing is Standing.UNKNOWN


def test_the_latest_edition_of_one_file_speaks() -> None:
    found = resolve([said("13900000002", on=date(2026, 6, 1)), said("13900000001")], TODAY)
    assert found.fact is not None
    assert found.fact.value == "13900000002"


def test_a_past_day_sees_the_edition_of_then() -> None:
    found = resolve([said("13900000002", on=date(2026, 6, 1)), said("13900000001")], date(2026, 4, 1))
    assert found.fact is not None
    assert found.fact.value == "13900000001"


def test_two_sources_that_differ_stand_side_by_side() -> None:
    found = resolve([said("13900000001"), said("13900000002", by="残疾人台账", on=date(2026, 6, 1))], TODAY)
    assert found.standing is Standing.CONFLICT
    assert found.fact is None
    assert [each.value for each in found.rivals] == ["13900000002", "13900000001"]


def test_two_sources_that_agree_are_no_conflict_however_typed() -> None:
    found = resolve([said("139 0000 0001"), said(13900000001, by="残疾人台账")], TODAY)
    assert found.standing is Standing.CURRENT


def test_an_expired_value_does_not_contradict_a_fresh_one() -> None:
    old = said("13900000001", until=date(2026, 5, 31))
    assert (
        resolve([old, said("13900000002", by="残疾人台账", on=date(2026, 6, 1))], TODAY).standing
        is Standing.CURRENT
    )


def test_an_expired_value_is_shown_and_asked_again() -> None:
    found = resolve([said("13900000001", until=date(2026, 11, 23))], TODAY)
    assert found.standing is Standing.STALE
    assert found.fact is not None
    assert resolve([said("13900000001", until=TODAY)], TODAY).standing is Standing.CURRENT


def test_a_file_that_contradicts_itself_is_a_conflict() -> None:
    assert resolve([said("13900000001"), said("13900000002")], TODAY).standing is Standing.CONFLICT


def test_a_view_gives_only_values_that_may_be_used() -> None:
    view = view_of([said("13900000001"), said("13900000002", by="残疾人台账")], TODAY)
    assert view.value(WANG, PHONE) is None
    assert [(subject, element) for subject, element, _ in view.conflicts()] == [(WANG, PHONE)]
    assert view.elements(WANG) == (PHONE,)
    assert LedgerView(TODAY).value(WANG, PHONE) is None


def test_people_confirmed_as_the_same_share_their_facts() -> None:
    weak = Subject(SubjectKind.PERSON, "姓名=王桂香;村=甲村", "王桂香")
    view = view_of([said("13900000001", subject=weak)], TODAY, {weak: WANG})
    assert view.value(WANG, PHONE) == view.value(weak, PHONE) == "13900000001"
    assert view.of_kind(SubjectKind.PERSON) == (WANG,)


facts = st.builds(
    lambda value, by, day, lasts: said(
        value,
        by=by,
        on=TODAY - timedelta(days=day),
        until=None if lasts is None else TODAY - timedelta(days=day - lasts),
    ),
    st.sampled_from(["13900000001", "13900000002", "13900000003"]),
    st.sampled_from(["甲", "乙", "丙"]),
    st.integers(-3, 6),
    st.none() | st.integers(0, 6),
)


@given(st.lists(facts, max_size=7), st.randoms(use_true_random=False))
def test_resolution_does_not_depend_on_the_order_of_facts(found: list[Candidate], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _gist(found) == _gist(shuffled)


@given(st.lists(facts, max_size=7))
def test_saying_a_thing_twice_changes_nothing(found: list[Candidate]) -> None:
    assert _gist(found) == _gist(found + found)


def _gist(found: list[Candidate]) -> tuple[Standing, object, tuple[object, ...]]:
    result = resolve(found, TODAY)
    return result.standing, result.fact and result.fact.value, tuple(each.value for each in result.rivals)
