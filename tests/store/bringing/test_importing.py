"""Importing filled files: each fact once, nothing overwritten, changes shown."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qingzhuang.answer.ledger import LedgerView, Standing
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.ledger.queries import conflicts, history, ledger_view, value_of
from qingzhuang.store.models import FactRow, SubjectRow, WithdrawalRow
from tests.store.people import APRIL, LI, MARCH, TODAY, WANG, bring, moment, nothing_kept

PHONE, NAME, SEX = "person.phone", "person.name", "person.sex"
Said = dict[tuple[Subject, str], Scalar | tuple[Scalar, ...]]


def test_a_file_fills_the_ledger() -> None:
    report = bring({(WANG, NAME): "王桂香", (WANG, PHONE): "13900000001", (LI, NAME): "李有田"})
    assert (report.subjects, report.new, report.unchanged, report.changes) == (2, 3, 0, ())
    found = value_of(WANG, PHONE, as_of=TODAY)
    assert found.fact is not None
    assert (found.fact.value, found.fact.source.file) == ("13900000001", "低保花名册.xlsx")
    assert found.fact.recorder == "赵会计"


def test_the_same_file_twice_changes_nothing_even_renamed_or_on_another_day() -> None:
    said: Said = {(WANG, NAME): "王桂香", (WANG, PHONE): "13900000001"}
    bring(said, as_of=None)
    again = bring(said, as_of=None, file="低保花名册 (1).xlsx", minute=5)
    assert (again.new, again.confirmed, again.unchanged, again.changes, again.gone) == (0, 0, 2, (), ())
    assert FactRow.objects.count() == 2


def test_a_corrected_file_shows_what_changed_and_keeps_the_old_value() -> None:
    bring({(WANG, NAME): "王桂香", (WANG, PHONE): "13900000001"})
    report = bring({(WANG, NAME): "王桂香", (WANG, PHONE): "13900000002"}, minute=5)
    assert report.unchanged == 1
    (change,) = report.changes
    assert (change.subject, change.element, change.old, change.new) == (
        WANG,
        PHONE,
        ("13900000001",),
        ("13900000002",),
    )
    now = value_of(WANG, PHONE, as_of=TODAY).fact
    assert now is not None
    assert now.value == "13900000002"
    assert [(each.fact.value, each.ended) for each in history(WANG, PHONE)] == [
        ("13900000001", "corrected"),
        ("13900000002", None),
    ]


def test_what_was_known_then_can_still_be_asked() -> None:
    bring({(WANG, PHONE): "13900000001"}, minute=0)
    bring({(WANG, PHONE): "13900000002"}, minute=5)
    then = value_of(WANG, PHONE, as_of=TODAY, known_at=moment(3)).fact
    assert then is not None
    assert then.value == "13900000001"
    assert value_of(WANG, PHONE, as_of=TODAY, known_at=moment(0) - timedelta(minutes=1)).fact is None


def test_who_left_the_roll_is_told_and_what_it_said_of_them_is_to_be_asked_again() -> None:
    roll: Said = {(WANG, PHONE): "13900000001", (LI, NAME): "李有田", (LI, PHONE): "13900000009"}
    bring(roll, lasts=365)
    report = bring({(WANG, PHONE): "13900000001"}, as_of=APRIL, minute=5, lasts=365)
    assert report.left == (LI,)
    found = value_of(LI, PHONE, as_of=TODAY)
    assert found.standing is Standing.STALE
    assert value_of(LI, PHONE, as_of=date(2026, 3, 20)).standing is Standing.CURRENT
    assert ledger_view(as_of=TODAY).left == {LI: date(2026, 4, 1)}
    assert ledger_view(as_of=date(2026, 3, 20)).left == {}
    assert WithdrawalRow.objects.count() == 0


def test_who_left_one_roll_and_stands_in_another_has_not_left() -> None:
    bring({(WANG, PHONE): "13900000001", (LI, PHONE): "13900000009"})
    bring({(LI, NAME): "李有田"}, file="户籍花名册.xlsx", minute=2)
    bring({(WANG, PHONE): "13900000001"}, as_of=APRIL, minute=5)
    assert ledger_view(as_of=TODAY).left == {}


def test_the_next_villages_file_of_the_same_name_makes_nobody_leave() -> None:
    bring({(WANG, PHONE): "13900000001"})
    report = bring({(LI, PHONE): "13900000009"}, as_of=APRIL, minute=5)
    assert report.left == ()
    assert ledger_view(as_of=TODAY).left == {}


def test_the_next_months_edition_stands_beside_the_last_one() -> None:
    bring({(WANG, PHONE): "13900000001", (WANG, NAME): "王桂香"})
    report = bring({(WANG, PHONE): "13900000002", (WANG, NAME): "王桂香"}, as_of=APRIL, minute=5)
    assert (report.new, report.confirmed) == (1, 1)
    assert [each.corrected for each in report.changes] == [False]
    in_march = value_of(WANG, PHONE, as_of=date(2026, 3, 20)).fact
    assert in_march is not None
    assert in_march.value == "13900000001"
    assert WithdrawalRow.objects.count() == 0


def test_two_sources_that_differ_are_kept_and_shown() -> None:
    bring({(WANG, PHONE): "13900000001"})
    report = bring({(WANG, PHONE): "13900000002"}, file="残疾人台账.xlsx", as_of=APRIL)
    (conflict,) = report.conflicts
    assert {each.source.file for each in conflict.rivals} == {"低保花名册.xlsx", "残疾人台账.xlsx"}
    assert conflicts(as_of=TODAY) == (conflict,)
    assert value_of(WANG, PHONE, as_of=TODAY).standing is Standing.CONFLICT


def test_a_fact_expires_by_its_elements_rule() -> None:
    bring({(WANG, PHONE): "13900000001"}, lasts=30)
    assert value_of(WANG, PHONE, as_of=MARCH + timedelta(30)).standing is Standing.CURRENT
    assert value_of(WANG, PHONE, as_of=MARCH + timedelta(31)).standing is Standing.STALE


def test_what_a_corrected_file_no_longer_says_is_named_and_kept() -> None:
    bring({(WANG, PHONE): "13900000001", (WANG, SEX): "女", (LI, SEX): "男"})
    report = bring({(WANG, SEX): "女", (LI, SEX): "男"}, minute=5)
    assert [(each.subject, each.element) for each in report.gone] == [(WANG, PHONE)]
    assert value_of(WANG, PHONE, as_of=TODAY).standing is Standing.CURRENT


def test_another_villages_file_of_the_same_name_takes_nothing_away() -> None:
    bring({(WANG, SEX): "女"})
    assert bring({(LI, SEX): "男"}, minute=5).gone == ()


def test_a_corrected_name_becomes_the_label() -> None:
    bring({(WANG, NAME): "王贵香"})
    renamed = Subject(WANG.kind, WANG.key, "王桂湘")
    bring({(renamed, NAME): "王桂湘"}, minute=1)
    assert SubjectRow.objects.get(key=WANG.key).name == "王桂湘"


def test_values_keep_their_types() -> None:
    values: tuple[Scalar, ...] = ("01", 1, 1.5, True, date(2026, 3, 1), None)
    for number, value in enumerate(values):
        bring({(WANG, f"x{number}"): value}, file=f"{'甲乙丙丁戊己'[number]}.xlsx")
    view = ledger_view(SubjectKind.PERSON, as_of=TODAY)
    assert [view.value(WANG, f"x{number}") for number in range(6)] == list(values)
    assert type(view.value(WANG, "x3")) is bool


def test_nothing_is_written_half(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr("qingzhuang.store.bringing.importing._write", fail)
    with pytest.raises(OSError):  # noqa: PT011 - whatever happens
        bring({(WANG, SEX): "女"})
    assert SubjectRow.objects.count() == 0


subjects = st.sampled_from([WANG, LI])
elements = st.sampled_from([PHONE, SEX])
files = st.dictionaries(st.tuples(subjects, elements), st.sampled_from(["甲", "乙"]), min_size=1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files, files, st.integers(0, 40) | st.none())
def test_order_of_two_files_and_repeats_do_not_matter(first: Said, second: Said, lasts: int | None) -> None:
    def after(*order: tuple[str, Said, date]) -> object:
        with nothing_kept():
            for file, said, day in order:
                bring(said, file=file, as_of=day, lasts=lasts)
            view = ledger_view(as_of=date(2026, 4, 10))
            return {(who, what): _gist(view, who, what) for who in view.facts for what in view.elements(who)}

    one, two = ("甲册.xlsx", first, MARCH), ("乙册.xlsx", second, APRIL)
    assert after(one, two) == after(two, one) == after(one, two, one, two, two)


def _gist(view: LedgerView, who: Subject, what: str) -> tuple[Standing, Scalar, list[Scalar]]:
    found = view.resolve(who, what)
    return found.standing, found.fact.value if found.fact else None, [each.value for each in found.rivals]
