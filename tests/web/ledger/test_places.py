"""Two villages of one name: each sees, fills and decides about its own people only; what may mean both is asked."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from django.test import Client

from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import PlacedRow
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account, units
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import desk_of, plan_of
from tests.web.conftest import SINCE, People
from tests.web.desk.village import QIU, SHI, TIAN, known, person, sent
from tests.web.ledger.test_sheets import bring, sheet, take

As = Callable[[Seat | None], Client]
HE, LU = person(21, "贺青禾"), person(22, "鲁白鹭")


def _named(name: str) -> Unit:
    return next(each for each in units() if each.name == name)


def _sit(name: str, at: Unit) -> Seat:
    return give_seat(open_account(name, f"编名{name}", None), at, Role.POST, SINCE)


@pytest.fixture
def twins(people: People) -> tuple[Seat, Seat]:
    """The posts of 石桥村 in 青禾镇 and of 石桥村 in 白鹭镇; each has one of its own, written with the township's name."""
    other = _sit("twin", add_unit("石桥村", UnitKind.VILLAGE, _named("白鹭镇")))
    known("青禾镇石桥村", HE)
    known("白鹭镇石桥村", LU)
    return people.colleague, other


def _by_name(row: tuple[str, str, str], heads: tuple[str, ...]) -> bytes:
    filled = openpyxl.load_workbook(io.BytesIO(sheet(heads=heads)))
    filled.worksheets[0].append([1, *row])
    kept = io.BytesIO()
    filled.save(kept)
    return kept.getvalue()


def _people(client: Client) -> str:
    return client.get("/ledger/?k=person").content.decode()


def test_each_of_two_villages_of_one_name_sees_its_own(twins: tuple[Seat, Seat], as_: As) -> None:
    for seat, own, others in ((twins[0], HE, LU), (twins[1], LU, HE)):
        client = as_(seat)
        assert own.name in _people(client)
        assert others.name not in _people(client)
        number = numbers({others})[others]
        assert client.get(f"/ledger/{number}/").status_code == 403
        assert client.post(f"/ledger/{number}/whole", {"why": "reach"}).status_code == 403


def test_a_form_is_filled_with_ones_own_people_only(people: People, twins: tuple[Seat, Seat]) -> None:
    found = sent(people)
    mine = next(each for each in tasks(demand_number=found.number) if each.unit == people.colleague.unit)
    subjects = {cell.subject for plan in plan_of(mine, clock.today()).plans for cell in plan.cells}
    assert HE in subjects
    assert LU not in subjects


def test_a_township_fills_forms_with_its_own_villages_only(people: People, as_: As) -> None:
    known("柳湾村", TIAN)
    known("南屏村", QIU)
    facts = desk_of(_named("青禾镇"), clock.today())[1].view.facts
    assert TIAN in facts
    assert QIU not in facts


def test_a_name_that_two_have_shows_nobody_to_either_and_is_asked(twins: tuple[Seat, Seat], as_: As) -> None:
    """Neither village nor either township: only the county could know, and nobody guesses."""
    known("石桥村", SHI)
    for seat in twins:
        assert SHI.name not in _people(as_(seat))
    town = as_(_sit("clerk", _named("青禾镇")))
    assert SHI.name not in town.get("/ledger/unplaced").content.decode()
    county = as_(_sit("county", _named("云泽县")))
    page = county.get("/ledger/unplaced").content.decode()
    assert SHI.name in page
    assert "写的是“石桥村”" in page
    assert "白鹭镇石桥村" in page
    said = {"subject": numbers({SHI})[SHI], "village": twins[1].unit.number}
    assert county.post("/ledger/unplaced", said).status_code == 302
    assert SHI.name in _people(as_(twins[1]))
    assert SHI.name not in _people(as_(twins[0]))


def test_a_sheet_of_a_village_speaks_of_that_village(twins: tuple[Seat, Seat], as_: As) -> None:
    """Its name in the sheet means the post's own, and namesakes known by name only stay two."""
    heads = ("序号", "姓名", "联系电话", "所在村")
    for seat, phone in zip(twins, ("13900000001", "13900000002"), strict=True):
        client = as_(seat)
        take(client, bring(client, _by_name(("编同名", phone, "石桥村"), heads)))
    assert PlacedRow.objects.count() == 2
    for seat in twins:
        assert _people(as_(seat)).count("编同名") == 1


def test_a_townships_clerk_places_whom_nobody_said_a_village_of(people: People, as_: As) -> None:
    far = _named("南屏村")
    who = person(31, "无村人")
    for element, value in (("person.name", who.name), ("place.town", "青禾镇")):
        record([Fact(who, element, value, clock.today(), Source(""), "编名录入", clock.now())])
    clerk = as_(_sit("clerk", _named("青禾镇")))
    assert who.name in clerk.get("/ledger/unplaced").content.decode()
    assert "1 个说不准是哪个村的" in clerk.get("/ledger/").content.decode()
    number = numbers({who})[who]
    assert clerk.post("/ledger/unplaced", {"subject": number, "village": far.number}).status_code == 409
    assert who.name not in _people(as_(people.outsider))
    said = {"subject": number, "village": people.post.unit.number}
    assert as_(people.post).post("/ledger/unplaced", said).status_code == 409
    assert as_(people.outsider).post("/ledger/unplaced", said).status_code == 409
    assert clerk.post("/ledger/unplaced", said).status_code == 302
    assert who.name in _people(as_(people.post))
    assert who.name not in _people(as_(people.colleague))
