"""An older edition of a file is history, whenever it is imported; it never takes a newer value back unasked."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.ledger.commands import save_harvest
from qingzhuang.store.ledger.queries import ledger_view, value_of
from qingzhuang.store.ledger.report import ImportReport
from qingzhuang.store.models import FactRow, SubjectRow
from tests.store.people import APRIL, LI, MARCH, TODAY, WANG, bring, moment, nothing_kept

PHONE, NAME, SEX = "person.phone", "person.name", "person.sex"
Said = dict[tuple[Subject, str], Scalar | tuple[Scalar, ...]]
OLD: Said = {(WANG, PHONE): "13900000001"}
NEW: Said = {(WANG, PHONE): "13900000002"}


def now(element: str = PHONE) -> object:
    found = value_of(WANG, element, as_of=TODAY).fact
    return found.value if found else None


def test_the_edition_that_was_corrected_imported_once_more_changes_nothing() -> None:
    bring(OLD)
    bring(NEW, minute=1)
    again = bring(OLD, minute=2)
    assert (again.outdated, again.new, again.changes, again.gone, again.newer) == (1, 0, (), (), MARCH)
    assert bring(NEW, minute=3).unchanged == 1
    assert now() == "13900000002"
    assert FactRow.objects.count() == 2


def test_an_edition_of_an_earlier_day_is_history_and_no_change() -> None:
    bring(NEW, as_of=APRIL)
    report = bring(OLD, minute=1)
    assert (report.newer, report.outdated, report.changes, report.left) == (APRIL, 1, (), ())
    assert now() == "13900000002"
    then = value_of(WANG, PHONE, as_of=MARCH).fact
    assert then is not None
    assert then.value == "13900000001"


def test_an_older_edition_does_not_rename_anybody() -> None:
    bring({(WANG, NAME): "王桂香"}, as_of=APRIL)
    before = Subject(WANG.kind, WANG.key, "王贵香")
    bring({(before, NAME): "王贵香"}, minute=1)
    assert SubjectRow.objects.get(key=WANG.key).name == "王桂香"


@pytest.mark.parametrize("day", [None, MARCH])
def test_an_old_edition_saved_anew_without_a_day_is_asked_about(day: date | None) -> None:
    bring({**OLD, (WANG, SEX): "女"})
    bring({**NEW, (WANG, SEX): "女"}, minute=1)
    with pytest.raises(ProblemError, match="QZ-L016"):
        bring({(WANG, SEX): "女", **OLD}, as_of=day, minute=2)
    assert now() == "13900000002"


def test_whoever_tells_the_day_may_go_back_to_an_old_value() -> None:
    bring(OLD)
    bring(NEW, minute=1)
    report = bring({(WANG, SEX): "女", **OLD}, as_of=APRIL, minute=2)
    assert [each.new for each in report.changes] == [("13900000001",)]
    assert now() == "13900000001"


def test_a_file_with_anything_new_is_no_old_edition() -> None:
    bring(OLD)
    bring(NEW, minute=1)
    assert bring({(WANG, SEX): "女", **OLD}, as_of=None, minute=2).new == 2


def test_what_an_earlier_program_misread_in_the_same_content_no_longer_speaks() -> None:
    def read(*drafts: Draft) -> ImportReport:
        found = Harvest("低保花名册.xlsx", None, MARCH, drafts)
        return save_harvest(found, "same bytes", recorder="赵会计", at=moment(len(drafts)))

    right, wrong = Draft(WANG, SEX, "女"), Draft(LI, PHONE, "13900000001")
    assert read(right, wrong).misread == 0
    again = read(right)
    assert (again.misread, again.gone, again.unchanged) == (1, (), 1)
    assert (now(SEX), ledger_view(as_of=TODAY).elements(LI)) == ("女", ())
    assert read(right).misread == 0


people, elements = st.sampled_from([WANG, LI]), st.sampled_from([PHONE, SEX])
edition = st.dictionaries(st.tuples(people, elements), st.sampled_from(["甲", "乙"]), min_size=1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(edition, min_size=3, max_size=3), st.integers(0, 60) | st.none())
def test_dated_files_end_in_the_same_ledger_in_whatever_order_they_come(
    said: list[Said], lasts: int | None
) -> None:
    """Two editions of one roll and another roll; each import twice in a row, the second time without any change."""
    files = [("甲册.xlsx", MARCH), ("甲册.xlsx", APRIL), ("乙册.xlsx", MARCH + timedelta(9))]
    seen = []
    for order in permutations(zip(files, said, strict=True)):
        with nothing_kept():
            for minute, ((file, day), facts) in enumerate(order):
                bring(
                    facts | {(WANG, f"~{file}{day}"): "是"},
                    file=file,
                    as_of=day,
                    lasts=lasts,
                    minute=2 * minute,
                )
                again = bring(
                    facts | {(WANG, f"~{file}{day}"): "是"},
                    file=file,
                    as_of=day,
                    lasts=lasts,
                    minute=2 * minute + 1,
                )
                assert (again.new, again.confirmed, again.changes) == (0, 0, ())
            seen.append(_current())
    assert all(each == seen[0] for each in seen)


def _current() -> object:
    view = ledger_view(as_of=APRIL + timedelta(10))
    found = {(who, key): view.resolve(who, key) for who in view.facts for key in view.elements(who)}
    return view.left, {
        key: (each.standing, each.fact and each.fact.value, [fact.value for fact in each.rivals])
        for key, each in found.items()
    }
