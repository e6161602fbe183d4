"""Views of an office's own year: the page, the list to take away."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.gate.own_year import own_year
from qingzhuang.web.access import serves
from qingzhuang.web.gate.year_page import IssuerYearPage, issuer_year_page
from qingzhuang.web.listing import Listing, handed
from qingzhuang.web.scripts import own_scripts

_HEADS = (
    later("表"),
    later("多久一次"),
    later("发给"),
    later("要问几栏"),
    later("别家也问的"),
    later("哪几栏"),
    later("在哪几张表里"),
    later("照原样"),
    later("只问缺的"),
)


@serves(Role.ISSUER)
@require_safe
@own_scripts
def year(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What this office's forms ask in the coming twelve months."""
    return render(request, "gate/year.html", {"page": _page(seat)})


@serves(Role.ISSUER)
@require_safe
def year_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """The page's table."""
    del request
    rows = [
        (
            each.sent.title,
            each.often,
            each.posts,
            each.columns,
            each.shared,
            each.which,
            each.also,
            each.before,
            each.after,
        )
        for each in _page(seat).rows
    ]
    title = _("{whose}一年要什么").format(whose=seat.unit.name)
    return handed(seat, Listing(title, _HEADS, rows), kind, "gate year list")


def _page(seat: Seat) -> IssuerYearPage:
    today = clock.today()
    return issuer_year_page(own_year(seat.unit, today), today)
