"""Views of how a county reads its forms: to carry to another, and to take over from one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock
from qingzhuang.store.gate.carrying import packed, settled, unpacked
from qingzhuang.store.gate.teaching import bring
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.admin.forms import BringReadings
from qingzhuang.web.sending import attached


@serves(Role.ADMIN)
@require_safe
def readings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The forms whose reading was settled."""
    return _list(request, seat, BringReadings())


@serves(Role.ADMIN)
@require_safe
def readings_file(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """All of them, to take away."""
    del request
    found = settled(seat.unit)
    leave(Step(seat.holder, Act.FETCHED, "readings.zip", seat.number, detail=str(len(found))), clock.now())
    return attached(packed(found), _("表怎么读.zip"))


@serves(Role.ADMIN)
@require_POST
def bring_readings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take over what another county settled; what was settled here of the same form ends."""
    form = BringReadings(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, seat, form, status=400)
    brought = form.cleaned_data["file"]
    try:
        texts = unpacked(brought.name, brought.read())
    except ProblemError as error:
        return _list(request, seat, form, problem=error.problem, status=400)
    taken = bring(seat.unit, texts, clock.now())
    leave(Step(seat.holder, Act.TAUGHT, brought.name[:200], seat.number, detail=str(taken)), clock.now())
    return HttpResponseRedirect(f"{reverse('admin_readings')}?taken={taken}&left={len(texts) - taken}")


def _list(
    request: HttpRequest,
    seat: Seat,
    form: BringReadings,
    *,
    problem: Problem | None = None,
    status: int = 200,
) -> HttpResponse:
    taken, left = (_count(request.GET.get(name, "")) for name in ("taken", "left"))
    shown = {"lessons": settled(seat.unit), "form": form, "problem": problem, "taken": taken, "left": left}
    return render(request, "admin/readings.html", shown, status=status)


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
