"""The administrator's lists to take away: units and seats. The trail is not among
them: a sheet of who did what could be sorted by person."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import in_source, later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation.accounts import held_seats
from qingzhuang.store.organisation.units import above, units
from qingzhuang.web.access import serves
from qingzhuang.web.admin import page
from qingzhuang.web.listing import Listing, handed

_UNITS = (later("单位"), later("上级"), later("种类"))
_SEATS = (later("单位"), later("做什么"), later("怎么称呼"), later("登录名"), later("哪天起"))
_MOST_SEATS = 10_000


@serves(Role.ADMIN)
@require_safe
@in_source()
def units_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """The tree, line by line; the sheet can be brought again."""
    held = [each for each in units() if each.path.startswith(realm(seat.unit))]
    over = above(held)
    rows = [
        (each.name, over[each.number].name if each.number in over else "", page.KINDS[each.kind])
        for each in held
    ]
    return handed(seat, Listing(_("单位表"), _UNITS, rows), kind, "unit list")


@serves(Role.ADMIN)
@require_safe
@in_source()
def seats_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """The seats."""
    held = held_seats(realm(seat.unit), clock.today(), most=_MOST_SEATS)
    rows = [
        (line.held.seat.unit.name, line.role, line.held.seat.name, line.held.username, f"{line.held.since}")
        for line in page.seat_lines(held)
    ]
    return handed(seat, Listing(_("账号和位子"), _SEATS, rows), kind, "seat list")
