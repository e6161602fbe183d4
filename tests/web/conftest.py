"""Fixed people for every web test: whose page it is, a colleague, an outsider, and those who ask and oversee."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.store.board.months import forget as forget_months
from qingzhuang.store.board.shares import forget as forget_sums
from qingzhuang.store.gate.admitted import forget as forget_admitted
from qingzhuang.store.memory.current import forget
from qingzhuang.store.memory.parts import forget as forget_parts
from qingzhuang.store.models import Account
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account
from qingzhuang.store.tasks.asked import forget as forget_asked
from tests.web.committed import lift_guard_for_flush

os.environ.setdefault("QZ_HOME", tempfile.mkdtemp(prefix="qz-test-"))
SINCE = date(2026, 1, 1)


@dataclass(frozen=True)
class People:
    """The seats of one small county: a village's post and its colleague in the next village, a post of another town, an
    office that asks, one that does not, an overseer, an administrator."""

    post: Seat
    colleague: Seat
    outsider: Seat
    issuer: Seat
    other_issuer: Seat
    overseer: Seat
    admin: Seat

    def all(self) -> dict[str, Seat]:
        """Everybody by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


NAMES = {  # all invented; they stand in the guides' pictures, too
    "post": "何小满",
    "colleague": "方晓禾",
    "outsider": "梁知秋",
    "issuer": "周远舟",
    "other_issuer": "唐清和",
    "overseer": "沈知白",
    "admin": "陆守一",
}


def _sit(name: str, unit: Unit, role: Role) -> Seat:
    return give_seat(open_account(name, NAMES[name], None), unit, role, SINCE)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What one test's ledger held is not remembered in the next."""
    forget()
    forget_parts()
    forget_asked()
    forget_admitted()
    forget_sums()
    forget_months()


@pytest.fixture(autouse=True)
def _cleared_away(request: pytest.FixtureRequest) -> None:
    """A browser's test commits; what it wrote is cleared away behind the ledger's guard."""
    if request.node.get_closest_marker("e2e"):
        lift_guard_for_flush()


@pytest.fixture
def people(db: None) -> People:
    """Make the county and its seats."""
    county = add_unit("云泽县", UnitKind.COUNTY)
    town = add_unit("青禾镇", UnitKind.TOWNSHIP, county)
    far = add_unit("白鹭镇", UnitKind.TOWNSHIP, county)
    office = {name: add_unit(name, UnitKind.OFFICE, county) for name in ("县民政局", "县统计局", "县减负办")}
    return People(
        post=_sit("post", add_unit("柳湾村", UnitKind.VILLAGE, town), Role.POST),
        colleague=_sit("colleague", add_unit("石桥村", UnitKind.VILLAGE, town), Role.POST),
        outsider=_sit("outsider", add_unit("南屏村", UnitKind.VILLAGE, far), Role.POST),
        issuer=_sit("issuer", office["县民政局"], Role.ISSUER),
        other_issuer=_sit("other_issuer", office["县统计局"], Role.ISSUER),
        overseer=_sit("overseer", office["县减负办"], Role.OVERSEER),
        admin=_sit("admin", county, Role.ADMIN),
    )


@pytest.fixture
def as_(db: None) -> Callable[[Seat | None], Client]:
    """Return a browser in which somebody (None: nobody) is signed in."""

    def browser(seat: Seat | None) -> Client:
        client = Client()
        if seat is not None:
            client.force_login(
                Account.objects.get(pk=seat.holder), "django.contrib.auth.backends.ModelBackend"
            )
        return client

    return browser
