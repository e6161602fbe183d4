"""Views of the sheets that a post put in: which they were, and taking one back whole."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.bringing.retracting import Import, import_of, imports, retract, would_retract
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.back_page import back_page, done_page, named_by, put_in_page


@serves(Role.POST)
@require_safe
@never_cache
def put_in(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Which sheets this post put in."""
    page = put_in_page(seat.unit.name, imports(seat.unit), clock.today())
    return render(request, "ledger/sheets.html", {"page": page})


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def put_in_one(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """What taking a sheet back would do; taking it back."""
    if import_of(number, seat.unit) is None:
        raise Http404
    if request.method == "POST":
        return _take_back(request, seat, number)
    return _shown(request, seat, number)


def _shown(request: HttpRequest, seat: Seat, number: int, told: str = "", status: int = 200) -> HttpResponse:
    found = would_retract(number, seat.unit, clock.now())
    known = numbers(named_by(found))
    page = back_page(_sheet(number, seat), found, known, clock.today(), told)
    return render(request, "ledger/sheet_back.html", {"page": page}, status=status)


def _take_back(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    found = retract(number, seat.unit, clock.now())
    if found is None:
        return _shown(request, seat, number, _("没有动：刚才已经撤回了，或者过了能撤回的日子。"), 409)
    detail = f"{found.ended} {len(found.again)} {len(found.stays)}"
    leave(Step(seat.holder, Act.TOOK_BACK, f"import {number}", seat.number, detail=detail), clock.now())
    page = done_page(_sheet(number, seat), found, numbers(named_by(found)), clock.today())
    return render(request, "ledger/sheet_back.html", {"page": page})


def _sheet(number: int, seat: Seat) -> Import:
    found = import_of(number, seat.unit)
    if found is None:
        raise Http404
    return found
