"""A village read by itself is the village in the whole ledger, whatever was added since and by whom."""

from datetime import UTC, date, datetime

import pytest

from qingzhuang.answer.ledger import Candidate, LedgerView
from qingzhuang.answer.measure_values import words_of_people
from qingzhuang.answer.rolls import Rolls, title_of
from qingzhuang.answer.select_catalogue import default_catalogue
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Desk
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.decisions import settle, undo, withdraw
from qingzhuang.store.ledger.queries import ledger_view
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.memory.current import forget as forget_whole
from qingzhuang.store.memory.parts import forget, part_about, part_of
from qingzhuang.store.memory.placing import Share, kept_by
from qingzhuang.store.organisation.units import add_unit, units
from tests.answer.known import person, said
from tests.store.people import APRIL, MARCH, bring

DAY = date(2026, 11, 25)
BAI, CHU = person(date(1950, 1, 2), 4, "白甲"), person(date(1952, 3, 4), 6, "楚乙")
DAN, ELL = person(date(1981, 5, 6), 8, "单丙"), person(date(1990, 7, 8), 10, "额丁")
BOOK, BY_HEAD = (
    Subject(SubjectKind.HOUSEHOLD, "990101001", "白甲"),
    Subject(SubjectKind.HOUSEHOLD, BAI.key, "白甲"),
)
VILLAGES = ("东堰村", "西堰村")
ASKED = (
    *(
        "person.name",
        "person.id_no",
        "person.birth",
        "person.age",
        "person.sex",
        "person.phone",
        "person.marital",
    ),
    *(
        "户主@person.phone",
        "户主@person.name",
        "户主@person.id_no",
        "household.size",
        "household.code",
        "house.addr",
    ),
    *(
        "父亲@person.name",
        "母亲@person.phone",
        "person.relation_to_head",
        "监护人@person.name",
        "place.village",
    ),
)
SIGNED = Signed("东堰村", datetime(2026, 11, 25, 9, 0, tzinfo=UTC), "当面问过")


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Two villages: a household whose members name no village, a roll of both villages, a roll of one."""
    forget()
    forget_whole()
    for name in VILLAGES:
        add_unit(name, UnitKind.VILLAGE)
    bring(
        {
            (BAI, "place.village"): "东堰村",
            (BAI, "household.code"): BOOK.key,
            (BAI, "person.relation_to_head"): "户主",
            (CHU, "household.code"): BOOK.key,
            (CHU, "person.marital"): "丧偶",
            (BOOK, "户主@person.name"): "白甲",
            (BY_HEAD, "户主@person.id_no"): BAI.key,
        },
        file="东堰村户籍台账.xlsx",
    )
    bring(
        {(DAN, "place.village"): "西堰村", (ELL, "place.village"): "西堰村", (DAN, "person.sex"): "男"},
        file="西堰村户籍台账.xlsx",
        minute=1,
    )
    bring({(BAI, "person.phone"): "19900000001", (DAN, "person.phone"): "19900000002", (ELL, "监护人@person.name"): "单丙"}, file="低保花名册.xlsx", minute=2, lasts=900)  # fmt: skip


def _share(name: str) -> Share:
    return kept_by(next(each for each in units() if each.name == name))


def _unordered(view: LedgerView, subject: Subject) -> dict[str, frozenset[Candidate]]:
    """A database gives rows in any order, and the order of candidates does not matter."""
    return {key: frozenset(found) for key, found in view.facts[subject].items()}


def _found(desk: Desk, subject: Subject) -> dict[str, tuple[Scalar, frozenset[Fact]]]:
    """All that forms may ask of somebody, and what it stands on: a desk that knew some of it before tells the same."""
    resolver = desk._resolver(DAY, accept_stale=False)
    return {
        key: (found.value, frozenset(found.origin.facts))
        for key in ASKED
        for found in (resolver.find(subject, key),)
    }


def _same() -> None:
    whole = Desk(ledger_view(as_of=DAY))
    rolls = Rolls(whole.view, default_catalogue())
    titled = [each for each in rolls._last if title_of(each)]  # what people say is no roll
    for name in VILLAGES:
        desk = part_of(_share(name), DAY).desk
        mine = {each for each in whole.view.facts if whole.village(each) == name}
        assert mine <= set(desk.view.facts)
        assert {each for each in desk.view.facts if desk.village(each) == name} == mine
        part_rolls = Rolls(desk.view, default_catalogue())
        for each in mine:
            assert _unordered(desk.view, each) == _unordered(whole.view, each)
            assert desk.view.left.get(each) == whole.view.left.get(each)
            assert desk.kin.home(each) == whole.kin.home(each)
            assert desk.kin.members(each) == whole.kin.members(each)
            assert _found(desk, each) == _found(whole, each)
            assert [part_rolls.holds(each, roll) for roll in titled] == [
                rolls.holds(each, roll) for roll in titled
            ]
        assert desk.kin.villages == whole.kin.villages
        assert desk.view.beyond is not None
        known, told = words_of_people(whole.view), desk.view.beyond.words()
        assert told.get("person.marital") == known.get("person.marital")  # a choice: its words head columns


def test_a_village_by_itself_is_the_village_in_the_whole() -> None:
    _same()


def test_nobody_elses_facts_are_read() -> None:
    view = part_of(_share("东堰村"), DAY).desk.view
    assert DAN not in view.facts
    assert view.knows(DAN)
    assert not view.knows(person(date(1999, 1, 1), 2, "无人"))


def test_an_answer_is_there_at_once_and_leaves_other_villages_as_they_are() -> None:
    _same()
    other = part_of(_share("西堰村"), DAY).desk
    record([said(BAI, "person.phone", "19900000009").fact])
    _same()
    assert part_of(_share("西堰村"), DAY).desk is other


def test_an_answer_about_a_head_is_there_for_the_household_and_its_members() -> None:
    _same()
    record([said(BAI, "person.phone", "19900000011").fact])
    _same()
    record([said(BOOK, "户主@person.phone", "19900000012").fact])
    _same()
    record([said(CHU, "person.phone", "19900000013").fact, said(BAI, "person.sex", "女").fact])
    _same()


def test_what_was_found_of_others_is_not_looked_for_again() -> None:
    part = part_of(_share("东堰村"), DAY).desk
    before = part._resolver(DAY, accept_stale=False).find(BAI, "person.age")
    lone = person(date(1970, 2, 2), 2, "孤戊")
    record([said(lone, "place.village", "东堰村").fact])
    part = part_of(_share("东堰村"), DAY).desk
    part._resolver(DAY, accept_stale=False).find(BAI, "person.age")
    record([said(lone, "person.phone", "19900000014").fact])
    part = part_of(_share("东堰村"), DAY).desk
    known = part._resolver(DAY, accept_stale=False)._found
    assert known[BAI]["person.age"].value == before.value
    assert lone not in known


def test_whoever_moves_goes_with_the_household() -> None:
    _same()
    record([said(BAI, "place.village", "西堰村").fact])
    _same()
    record([said(ELL, "household.code", BOOK.key).fact])
    _same()


def test_a_new_word_is_known_to_every_village() -> None:
    _same()
    record([said(DAN, "person.marital", "离异").fact])
    _same()


def test_a_later_edition_of_a_roll_tells_who_left_it_in_every_village() -> None:
    _same()
    bring(
        {(DAN, "person.phone"): "19900000002", (ELL, "person.sex"): "女"},
        file="低保花名册.xlsx",
        as_of=APRIL,
        minute=3,
        lasts=900,
    )
    _same()
    bring(
        {(BAI, "person.sex"): "男", (CHU, "person.sex"): "女"}, file="党员花名册.xlsx", as_of=MARCH, minute=4
    )
    _same()


def test_what_people_decide_is_there_at_once() -> None:
    _same()
    settle(BAI, "person.phone", "19900000007", SIGNED)
    _same()
    undo(SIGNED)
    _same()
    withdraw(CHU, SIGNED)
    _same()


def test_a_subject_is_found_in_its_own_part() -> None:
    assert CHU in part_about(CHU, DAY).desk.view.facts
    assert DAN not in part_about(CHU, DAY).desk.view.facts
