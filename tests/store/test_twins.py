"""Two villages of one name: each has its own people in memory and nobody else's, after whatever is said, placed or changed in
the tree of units."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.pipeline.answering import Desk
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.queries import ledger_view
from qingzhuang.store.memory.current import forget as forget_whole
from qingzhuang.store.memory.parts import forget, part_about
from qingzhuang.store.memory.placing import place
from qingzhuang.store.organisation.moving import merge, rename
from qingzhuang.store.organisation.units import add_unit
from qingzhuang.store.tasks.planning import desk_of, part_then
from tests.answer.known import person, said

DAY, NOW = date(2026, 11, 25), datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
EAST, WEST = person(date(1950, 1, 2), 4, "东甲"), person(date(1952, 3, 4), 6, "西乙")
BOTH, PLAIN = person(date(1981, 5, 6), 8, "两丙"), person(date(1990, 7, 8), 10, "独丁")
TOLD = ((EAST, "东镇双桥村"), (WEST, "西镇双桥村"), (BOTH, "双桥村"), (PLAIN, "独木村"))


@pytest.fixture
def units() -> tuple[Unit, Unit, Unit]:
    """双桥村 in two townships and 独木村 in one; of one person only the shared name is known."""
    forget()
    forget_whole()
    east, west = (add_unit(name, UnitKind.TOWNSHIP) for name in ("东镇", "西镇"))
    twins = [add_unit("双桥村", UnitKind.VILLAGE, each) for each in (east, west)]
    plain = add_unit("独木村", UnitKind.VILLAGE, east)
    record([said(who, "place.village", name).fact for who, name in TOLD])
    record([said(who, "person.name", who.name).fact for who, _name in TOLD])
    return twins[0], twins[1], plain


def _people(unit: Unit) -> set[Subject]:
    return {each for each in desk_of(unit, DAY)[1].view.facts if each in dict(TOLD)}


def test_each_has_its_own_and_whom_nobody_can_place_is_of_neither(units: tuple[Unit, Unit, Unit]) -> None:
    assert [_people(each) for each in units] == [{EAST}, {WEST}, {PLAIN}]
    assert desk_of(units[0], DAY)[1].village(EAST) == "双桥村"


def test_the_part_of_one_is_read_without_anybody_elses_values(units: tuple[Unit, Unit, Unit]) -> None:
    _people(units[2])
    with CaptureQueriesContext(connection) as asked:
        view = desk_of(units[0], DAY)[1].view
    assert {each for each in view.facts if each.key in (WEST.key, BOTH.key, PLAIN.key)} == set()
    assert not [each for each in asked if "ledger_fact" in each["sql"] and "WHERE" not in each["sql"]]
    with CaptureQueriesContext(connection) as again:
        _people(units[0])
    assert len(again) == 1, "how far the ledger has got, no more"


def test_a_township_has_its_own_villages_and_what_can_only_be_of_one_of_them(
    units: tuple[Unit, Unit, Unit],
) -> None:
    south = add_unit("南镇", UnitKind.TOWNSHIP)
    add_unit("南塘村", UnitKind.VILLAGE, south)
    lone, stray = person(date(1960, 2, 3), 12, "南戊"), person(date(1961, 2, 3), 14, "南己")
    record([said(lone, "place.village", "南塘村").fact, said(stray, "place.town", "南镇").fact])
    whole = Desk(ledger_view(as_of=DAY))
    for desk in (desk_of(south, DAY)[1], part_then(whole, south)):
        assert set(desk.view.facts) == {lone, stray}
        assert desk.kin.villages > {"南塘村"}, "rolls of several townships can be told apart"


def test_whom_a_person_places_is_there_at_once(units: tuple[Unit, Unit, Unit]) -> None:
    test_each_has_its_own_and_whom_nobody_can_place_is_of_neither(units)
    place([(BOTH, units[1].number)], "西镇", NOW)
    assert [_people(each) for each in units] == [{EAST}, {WEST, BOTH}, {PLAIN}]
    place([(BOTH, units[2].number)], "东镇", NOW)
    assert [_people(each) for each in units] == [{EAST}, {WEST}, {PLAIN, BOTH}]
    assert BOTH in part_about(BOTH, DAY).desk.view.facts


def test_a_township_said_later_tells_whose_somebody_is(units: tuple[Unit, Unit, Unit]) -> None:
    test_each_has_its_own_and_whom_nobody_can_place_is_of_neither(units)
    record([said(BOTH, "place.town", "西镇").fact])
    assert [_people(each) for each in units] == [{EAST}, {WEST, BOTH}, {PLAIN}]
    record([said(WEST, "person.phone", "19900000001").fact])
    assert desk_of(units[1], DAY)[1].view.value(WEST, "person.phone") == "19900000001"
    assert desk_of(units[1], DAY)[1].village(WEST) == "双桥村"


def test_a_new_namesake_and_a_new_name_are_heeded_at_once(units: tuple[Unit, Unit, Unit]) -> None:
    _people(units[2])
    add_unit("独木村", UnitKind.VILLAGE, add_unit("南镇", UnitKind.TOWNSHIP))
    assert _people(units[2]) == set(), "the name alone does not tell any more"
    place([(PLAIN, units[2].number)], "东镇", NOW)
    renamed = rename(units[2], "成林村", NOW)
    assert _people(renamed) == {PLAIN}
    assert desk_of(renamed, DAY)[1].village(PLAIN) == "成林村"


def test_a_village_that_went_into_another_keeps_what_was_written_of_it(
    units: tuple[Unit, Unit, Unit],
) -> None:
    merge(units[2], units[0], NOW)
    assert _people(units[0]) == {EAST, PLAIN}
    assert _people(units[2]) == {PLAIN}
    assert _people(units[1]) == {WEST}


def test_a_part_is_the_part_of_the_whole(units: tuple[Unit, Unit, Unit]) -> None:
    whole = Desk(ledger_view(as_of=DAY))
    for each in units:
        then, now = part_then(whole, each), desk_of(each, DAY)[1]
        mine = {who for who in now.view.facts if now.village(who) == each.name}
        assert mine == {who for who in then.view.facts if then.village(who) == each.name}
        assert {who: then.view.facts[who] for who in mine} == {who: now.view.facts[who] for who in mine}
