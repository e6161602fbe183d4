"""Views of one unit that changes its name, its place or goes into another; and of names that a provider gives."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat, Unit
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.privacy.shown import plain
from qingzhuang.store import clock
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation.identities import Identity, bind, bound, unbind
from qingzhuang.store.organisation.moving import CHANGES, rename
from qingzhuang.store.organisation.units import account_named, seats, unit, units
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.admin.page import KINDS
from qingzhuang.web.door.provider import provider


@serves(Role.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def change_unit(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Rename, move or merge one of the administrator's own units."""
    found = unit(number) if number < 2**63 else None
    held = [each for each in units() if each.path.startswith(realm(seat.unit))]
    if found is None or found not in held:
        raise Http404
    problem, done = None, None
    if request.method == "POST":
        problem, done = _changed(request, found, held)
    if done is not None:
        words = f"{found.name} → {done.name}"
        leave(
            Step(seat.holder, Act.MOVED, words, seat.number, detail=request.POST.get("do", "")), clock.now()
        )
        return HttpResponseRedirect(reverse("admin"))
    shown = {
        "unit": found,
        "kind": KINDS[found.kind],
        "parents": [each for each in held if not found.holds(each)],
        "twins": [each for each in held if each.kind is found.kind and each != found],
        "problem": problem,
    }
    return render(request, "admin/unit.html", shown, status=409 if problem else 200)


def _changed(request: HttpRequest, found: Unit, held: list[Unit]) -> tuple[Problem | None, Unit | None]:
    do, name = request.POST.get("do", ""), plain(request.POST.get("name", "")).strip()[:60]
    other = next((each for each in held if str(each.number) == request.POST.get("other")), None)
    try:
        if do == "rename" and name:
            return None, rename(found, name, clock.now())
        if do in CHANGES and other is not None:
            return None, CHANGES[do](found, other, clock.now())
    except ProblemError as error:
        return error.problem, None
    return Problem("QZ-W152", found.name, _("没有写新名字，或者没有选单位。"), _("请补上再按。")), None


@serves(Role.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def identities(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Which account a provider's name opens; an administrator's is only bound at the server."""
    known, problem = provider(), None
    if request.method == "POST" and known is not None:
        problem = _bound(request, seat, known.issuer)
        if problem is None:
            return HttpResponseRedirect(reverse("admin_identities"))
    pairs = bound(known.issuer) if known is not None else ()
    mine = [each for each in pairs if _may(seat, each[0])]
    shown = {"provider": known, "pairs": mine, "problem": problem}
    return render(request, "admin/identities.html", shown, status=409 if problem else 200)


def _bound(request: HttpRequest, seat: Seat, issuer: str) -> Problem | None:
    username, value = request.POST.get("username", "").strip()[:60], request.POST.get("value", "")
    if not _may(seat, username):
        return Problem(
            "QZ-W130", username, _("没有这个登录名，或者不归您管。"), _("管理员自己的，在服务器上绑。")
        )
    identity, off = Identity(issuer, value), request.POST.get("do") == "unbind"
    try:
        if off and (username, value) not in bound(issuer):
            return Problem("QZ-W133", username, _("这个标识没有绑过。"), _("请刷新页面再看。"))
        if off:
            unbind(identity)
        else:
            bind(username, identity)
    except ProblemError as error:
        return error.problem
    leave(Step(seat.holder, Act.UNBOUND if off else Act.BOUND, username, seat.number), clock.now())
    return None


def _may(seat: Seat, username: str) -> bool:
    """Only accounts that sit below this administrator, and no administrator's: one could else play the second person."""
    account = account_named(username)
    held = seats(account.pk, clock.today()) if account is not None else ()
    inside = all(each.unit.path.startswith(realm(seat.unit)) for each in held)
    return bool(held) and inside and all(each.role is not Role.ADMIN for each in held)
