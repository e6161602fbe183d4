"""Units are renamed, moved and merged: history stays, people, open demands and seats follow; names of a provider are bound."""

from collections.abc import Callable

import pytest
from django.test import Client

from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.model.work import Answer
from qingzhuang.store import clock
from qingzhuang.store.organisation.identities import bound
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account, seats, units
from qingzhuang.store.tasks.demands import task, tasks
from qingzhuang.store.tasks.handing import hand_over
from qingzhuang.store.tasks.planning import plan_of
from tests.web.conftest import SINCE, People
from tests.web.desk.village import QIU, SHI, TIAN, known, sent, task_of

As = Callable[[Seat | None], Client]
ISSUER = "https://sso.example.gov.cn"


def _named(name: str) -> Unit:
    return next(each for each in units() if each.name == name)


def _people(client: Client) -> str:
    return client.get("/ledger/?k=person").content.decode()


def _change(people: People, as_: As, unit: Unit, **said: str) -> int:
    return as_(people.admin).post(f"/admin/units/{unit.number}", said).status_code


def test_a_renamed_village_keeps_its_people_and_fills_its_forms(people: People, as_: As) -> None:
    known("柳湾村", TIAN)
    found = task_of(people, sent(people))
    assert _change(people, as_, people.post.unit, do="rename", name="新湾村") == 302
    assert TIAN.name in _people(as_(people.post))
    assert TIAN.name not in _people(as_(people.colleague))
    again = task(found.number)
    assert again is not None
    cells = [cell for plan in plan_of(again, clock.today()).plans for cell in plan.cells]
    assert TIAN in {cell.subject for cell in cells}
    known("柳湾村", QIU, file="旧名册.xlsx")
    assert QIU.name in _people(as_(people.post)), "sheets that still say the old name find it"


def test_a_village_that_goes_into_another_hands_over_people_demands_and_seats(
    people: People, as_: As
) -> None:
    known("柳湾村", TIAN)
    known("石桥村", SHI)
    done = hand_over(task_of(people, sent(people)), clock.now())
    open_ = task_of(people, sent(people, title="党员联系簿"))
    assert _change(people, as_, people.post.unit, do="merge", other=str(people.colleague.unit.number)) == 302
    assert "柳湾村" not in {each.name for each in units()}
    for seat in (people.colleague, seats(people.post.holder, clock.today())[0]):
        page = _people(as_(seat))
        assert TIAN.name in page
        assert SHI.name in page
    assert [each.number for each in tasks(people.post.unit)] == [done.number], (
        "what it handed over is its own"
    )
    assert task(open_.number) is None, "the other village was asked the same"
    assert {each.said for each in tasks(people.colleague.unit)} == {Answer.OPEN}
    assert TIAN.name not in _people(as_(people.outsider))


def test_a_village_moves_under_another_township(people: People, as_: As) -> None:
    known("柳湾村", TIAN)
    far = _named("白鹭镇")
    assert _change(people, as_, people.post.unit, do="move", other=str(far.number)) == 302
    assert far.holds(_named("柳湾村"))
    clerk = give_seat(open_account("clerk", "编名镇里", None), far, Role.POST, SINCE)
    assert TIAN.name in _people(as_(clerk))
    assert TIAN.name in _people(as_(people.post))


def test_what_cannot_be_is_said_and_nothing_changes(people: People, as_: As) -> None:
    town, village = _named("青禾镇"), people.post.unit
    assert _change(people, as_, village, do="rename", name="石桥村") == 409
    assert _change(people, as_, village, do="rename", name=" ") == 409
    assert _change(people, as_, town, do="move", other=str(town.number)) == 409
    assert _change(people, as_, village, do="merge", other=str(town.number)) == 409
    assert _change(people, as_, village, do="burn", other=str(town.number)) == 409
    assert as_(people.admin).get("/admin/units/999999").status_code == 404
    assert {"柳湾村", "石桥村"} <= {each.name for each in units()}


def test_an_administrator_changes_only_units_below(people: People, as_: As) -> None:
    other = add_unit("远山县", UnitKind.COUNTY)
    outside = add_unit("远山村", UnitKind.VILLAGE, other)
    assert _change(people, as_, outside, do="rename", name="近山村") == 404


@pytest.fixture
def sso(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_OIDC_ISSUER", ISSUER)
    monkeypatch.setenv("QZ_OIDC_CLIENT_ID", "qz")
    monkeypatch.setenv("QZ_OIDC_CLIENT_SECRET", "x" * 20)
    monkeypatch.setenv("QZ_ADDRESS", "https://qz.example.gov.cn")


def test_a_providers_name_is_bound_and_unbound(people: People, sso: None, as_: As) -> None:
    client = as_(people.admin)
    said = {"username": "post", "value": "1001"}
    assert client.post("/admin/identities", {**said, "do": "bind"}).status_code == 302
    assert bound(ISSUER) == (("post", "1001"),)
    assert "1001" in client.get("/admin/identities").content.decode()
    assert client.post("/admin/identities", {**said, "username": "issuer", "do": "bind"}).status_code == 409
    assert client.post("/admin/identities", {**said, "do": "unbind"}).status_code == 302
    assert not bound(ISSUER)


@pytest.mark.parametrize("username", ["admin", "nobody", "a\0b", "faraway"])
def test_nobody_binds_an_administrator_or_strangers(
    username: str, people: People, sso: None, as_: As
) -> None:
    """Whoever could enter as another administrator would be the second person, too."""
    far = add_unit("远山县", UnitKind.COUNTY)
    give_seat(open_account("faraway", "编名远", None), far, Role.POST, SINCE)
    said = {"username": username, "value": "1002", "do": "bind"}
    assert as_(people.admin).post("/admin/identities", said).status_code == 409
    assert not bound(ISSUER)


def test_without_a_provider_the_page_says_how(people: People, as_: As) -> None:
    assert "没有接统一登录" in as_(people.admin).get("/admin/identities").content.decode()
