"""Views of a sheet on its way into the ledger: bring it, see what it changes, put it in or throw it away."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.privacy.shown import plain
from qingzhuang.store import clock
from qingzhuang.store.beside.errands import slow
from qingzhuang.store.beside.waiting import held_back, hold, let_go
from qingzhuang.store.bringing.sheets import Sheet, bring_in, preview
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.asked_page import answered
from qingzhuang.web.ledger.forms import Filled
from qingzhuang.web.ledger.reading import (
    beside,
    forget_beside,
    look_beside,
    read_beside,
    take_beside,
    try_again,
)
from qingzhuang.web.ledger.sheet_page import Looked, named_by, sheet_page
from qingzhuang.web.scripts import own_scripts
from qingzhuang.web.uploads import too_big

_KEY = "sheet"  # the session's key for the sheet that waits


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def bring(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take a filled sheet and keep it aside."""
    form, status = Filled(), 200
    if request.method == "POST":
        form, status = Filled(request.POST, request.FILES), 422
        if too_big(request):
            form.too_big()
        elif form.is_valid():
            _wait(request, seat, form)
            return HttpResponseRedirect(reverse("sheet_look"))
    shown = {"form": form, "whose": seat.unit.name, "village": seat.unit.kind is UnitKind.VILLAGE}
    return render(request, "ledger/bring.html", shown, status=status)


@serves(Role.POST)
@require_http_methods(["GET", "HEAD"])
@never_cache
@own_scripts
def look(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what the sheet that waits would change; nothing is written."""
    found = beside(request, seat)
    return look_beside(request, seat, found) if found else _look(request, seat)


@serves(Role.POST)
@require_POST
@never_cache
def take(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put the sheet in, unless the ledger has grown since it was looked at."""
    found = beside(request, seat)
    if found is not None:
        return take_beside(request, found)
    sheet = _waiting(request, seat)
    if sheet is None:
        return _gone(request, seat)
    if request.POST.get("seen") != str(mark().count):
        return _look(request, seat, _("刚才台账又记了别的，请再看一遍这张表会改什么。"), 409)
    try:
        asked = preview(sheet, seat.unit, clock.now()).sifted
        known = numbers({known for each in asked.asked for known in each.known})
        brought = bring_in(sheet, seat.unit, clock.now(), answered(asked, request.POST.dict(), known))
    except (ProblemError, OSError, ValueError) as error:
        return _trouble(request, seat, error)
    if not brought.open:
        _throw_away(request)
    report = brought.report
    detail = f"{report.new} {report.confirmed} {len(report.changes)}"
    leave(
        Step(seat.holder, Act.IMPORTED, f"sheet {report.file}"[:300], seat.number, detail=detail), clock.now()
    )
    page = sheet_page(brought, sheet.file, Looked(numbers=numbers(named_by(brought)), done=True))
    return render(request, "ledger/sheet.html", {"page": page, "whose": seat.unit.name})


@serves(Role.POST)
@require_POST
def drop(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Throw the sheet away."""
    _throw_away(request)
    return HttpResponseRedirect(reverse("ledger"))


@serves(Role.POST)
@require_POST
def read_again(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Read once more what could not be read."""
    try_again(request, seat)
    return HttpResponseRedirect(reverse("sheet_look"))


def _look(request: HttpRequest, seat: Seat, told: str = "", status: int = 200) -> HttpResponse:
    sheet = _waiting(request, seat)
    if sheet is None:
        return _gone(request, seat)
    seen = mark().count
    try:
        brought = preview(sheet, seat.unit, clock.now())
    except (ProblemError, OSError, ValueError) as error:
        return _trouble(request, seat, error)
    page = sheet_page(brought, sheet.file, Looked(seen, numbers(named_by(brought))))
    shown = {"page": page, "whose": seat.unit.name, "told": told}
    return render(request, "ledger/sheet.html", shown, status=status)


def _wait(request: HttpRequest, seat: Seat, form: Filled) -> None:
    _throw_away(request)
    file, day = form.cleaned_data["sheet"], form.cleaned_data["day"]
    name, content = plain(file.name)[-120:], file.read()
    vouched = form.cleaned_data["mine"] and seat.unit.kind is UnitKind.VILLAGE
    if slow(name, content):
        read_beside(request, seat, Sheet(name, content, day, vouched))
        return
    request.session[_KEY] = {
        "name": hold(content, clock.now()),
        "file": name,
        "day": day.isoformat() if day else "",
        "vouched": vouched,
        "seat": seat.number,
    }


def _waiting(request: HttpRequest, seat: Seat) -> Sheet | None:
    kept: dict[str, Any] = request.session.get(_KEY) or {}
    content = held_back(kept.get("name", "")) if kept.get("seat") == seat.number else None
    if content is None:
        return None
    day = date.fromisoformat(kept["day"]) if kept["day"] else None
    return Sheet(kept["file"], content, day, kept["vouched"])


def _throw_away(request: HttpRequest) -> None:
    let_go((request.session.pop(_KEY, None) or {}).get("name", ""))
    forget_beside(request)


def _gone(request: HttpRequest, seat: Seat) -> HttpResponse:
    problem = Problem("QZ-W130", "", _("这里没有等着看的表。"), _("请重新选一份。"))
    return _again(request, seat, problem)


def _trouble(request: HttpRequest, seat: Seat, error: Exception) -> HttpResponse:
    unread = Problem("QZ-W131", "", _("这份文件没有读成。"), _("请另存为 xlsx 再来。"))
    return _again(request, seat, error.problem if isinstance(error, ProblemError) else unread)


def _again(request: HttpRequest, seat: Seat, problem: Problem) -> HttpResponse:
    village = seat.unit.kind is UnitKind.VILLAGE
    shown = {"form": Filled(), "whose": seat.unit.name, "village": village, "problem": problem}
    return render(request, "ledger/bring.html", shown, status=409)
