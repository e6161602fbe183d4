"""Views of the tree, the switches, health and the trail."""

from django.core import signing
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.units import UnitPlan, plan_units, read_units
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch, keep
from qingzhuang.store.board.shares import realm
from qingzhuang.store.health import BROKEN, copy_of_ledger, health
from qingzhuang.store.organisation.places import known_places, switch_place, switched
from qingzhuang.store.organisation.units import home_of, import_units, known_units, units
from qingzhuang.store.trail import Act, Step, Verdict, leave, steps, verify
from qingzhuang.web.access import elsewhere, serves
from qingzhuang.web.admin import page
from qingzhuang.web.admin.forms import BringUnits

_UNITS = "units"  # what a signed key of a brought sheet is for


@serves(Role.ADMIN)
@require_safe
def admin(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The tree."""
    held = [each for each in units() if each.path.startswith(realm(seat.unit))]
    shown = {"branches": page.tree(held), "count": len(held), "form": BringUnits()}
    return render(request, "admin/units.html", shown)


@serves(Role.ADMIN)
@require_POST
def bring_units(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what a sheet would bring; nothing is changed yet."""
    form = BringUnits(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "admin/units.html", {"form": form, "branches": (), "count": 0}, status=400)
    brought = form.cleaned_data["file"]
    content = brought.read()
    try:
        plan = _plan(seat, brought.name, content)
    except ProblemError as error:
        shown = {"form": form, "problem": error.problem, "branches": (), "count": 0}
        return render(request, "admin/units.html", shown, status=400)
    key = signing.dumps([brought.name, keep(content)], salt=_UNITS)
    return render(request, "admin/plan.html", {"page": page.plan_page(plan, key)})


@serves(Role.ADMIN)
@require_POST
def import_them(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Bring the units that were shown."""
    try:
        name, blob = signing.loads(request.POST.get("key", ""), salt=_UNITS, max_age=24 * 60 * 60)
    except signing.BadSignature:
        return elsewhere(request)
    count = import_units(_plan(seat, name, fetch(blob)))
    leave(Step(seat.holder, Act.SEATED, f"{name}：{count}", seat.number), clock.now())
    return HttpResponseRedirect(reverse("admin"))


@serves(Role.ADMIN)
@require_safe
def switches(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Places whose own rules are on, for one of the administrator's own units."""
    held, at = _governing(seat, request.GET.get("unit", ""))
    on = switched(at)
    shown = {
        "places": [(place, place in on, on.get(place, False)) for place in known_places()],
        "units": held,
        "at": at,
    }
    return render(request, "admin/switches.html", shown)


@serves(Role.ADMIN)
@require_POST
def switch(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Switch a place's rules on or off for a unit and all below it."""
    place, on = request.POST.get("place", ""), request.POST.get("on") == "1"
    _held, at = _governing(seat, request.POST.get("unit", ""))
    if switch_place(at, place, on):
        thing = f"{at.name} · {place}：{'on' if on else 'off'}"
        leave(Step(seat.holder, Act.SWITCHED, thing, seat.number), clock.now())
    return HttpResponseRedirect(f"{reverse('admin_switches')}?unit={at.number}")


def _governing(seat: Seat, number: str) -> tuple[tuple[Unit, ...], Unit]:
    """The counties and townships that an administrator keeps, and the one that is meant: else the administrator's own."""
    kinds = (UnitKind.COUNTY, UnitKind.TOWNSHIP)
    held = tuple(each for each in units(kinds=kinds) if each.path.startswith(realm(seat.unit)))
    own = home_of(seat.unit)
    return held, next((each for each in held if str(each.number) == number), own)


@serves(Role.ADMIN)
@require_safe
def well(request: HttpRequest, seat: Seat) -> HttpResponse:
    """How the ledger is."""
    return render(request, "admin/health.html", {"page": page.health_page(health())})


@serves(Role.ADMIN)
@require_POST
def carry_off(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """Take a copy of the ledger away."""
    try:
        copy = copy_of_ledger()
    except ProblemError as error:
        shown = {"page": page.health_page(health()), "problem": error.problem}
        return render(request, "admin/health.html", shown, status=409)
    leave(Step(seat.holder, Act.CARRIED_OFF, "", seat.number), clock.now())
    return FileResponse(copy, as_attachment=True, filename=f"ledger-{clock.today()}.sqlite3")


@serves(Role.ADMIN)
@require_safe
def trail(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Who did what to what."""
    act, who, before = (request.GET.get(name, "").strip()[:60] for name in ("act", "who", "before"))
    known = act if act in set(Act) else ""
    found = steps(
        known, who.replace("\0", ""), int(before) if before.isdecimal() and len(before) < 18 else None
    )
    shown = {
        "lines": page.step_lines(found),
        "acts": [(each.value, word) for each, word in page.ACTS.items()],
        "act": known,
        "who": who,
        "next": found[-1].number if len(found) == 100 else None,
        "verdict": _verified(seat) if request.GET.get("verify") == "1" else None,
    }
    return render(request, "admin/trail.html", shown)


def _verified(seat: Seat) -> Verdict:
    """Hold the trail against itself, and note that somebody did."""
    found = verify()
    detail = "" if found.broken is None else BROKEN
    leave(Step(seat.holder, Act.VERIFIED, str(found.rows), seat.number, detail=detail), clock.now())
    return found


def _plan(seat: Seat, name: str, content: bytes) -> UnitPlan:
    """What a sheet would bring below the administrator's own units."""
    inside = {each.number for each in units() if each.path.startswith(realm(seat.unit))}
    return plan_units(read_units(name, content), [each for each in known_units() if each.number in inside])
