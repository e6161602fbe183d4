"""A draft that is too slow for a page: read beside it, then its own page opens."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.beside.errands import Errand, over, put_by, taken_up
from qingzhuang.store.beside.jobs import About, Job, State, Step, again, ahead, ask, handles, job
from qingzhuang.store.gate.acts import bring_again, bring_draft
from qingzhuang.store.organisation.units import seat as seat_held
from qingzhuang.store.tasks.demands import demand
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import note, readable_here
from qingzhuang.web.reading import led_on, no_seat, reading_of
from qingzhuang.web.scripts import own_scripts

KIND = "draft"


def read_beside(seat: Seat, file: str, content: bytes, draft: int = 0) -> HttpResponse:
    """Have a draft read, in the place of another one where that is named, and lead to where one sees how far it is."""
    now = clock.now()
    about = {
        "errand": put_by(Errand(file, content), now),
        "seat": seat.number,
        "holder": seat.holder,
        "unit": seat.unit.number,
        "draft": draft,
    }
    return HttpResponseRedirect(reverse("draft_reading", args=[ask(KIND, about, now).number]))


@serves(Role.ISSUER)
@require_safe
@never_cache
@own_scripts
def reading(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """How far it is; the draft's page when it is read."""
    found = _mine(seat, number)
    if found.state is State.DONE:
        return led_on(request, reverse("draft", args=[found.result]))
    shown = {
        "page": reading_of(found, ahead(number)),
        "here": reverse("draft_reading", args=[number]),
        "again": reverse("draft_read_again", args=[number]),
        "back": reverse("draft", args=[found.about["draft"]]) if found.about["draft"] else reverse("gate"),
    }
    return render(request, "reading.html", shown)


@serves(Role.ISSUER)
@require_POST
def read_again(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Read once more what could not be read."""
    found = _mine(seat, number)
    fresh = again(found.number, clock.now()) or found
    return HttpResponseRedirect(reverse("draft_reading", args=[fresh.number]))


def _mine(seat: Seat, number: int) -> Job:
    """Raises Http404 for what is no draft of this office."""
    found = job(number) if number < 2**63 else None
    if found is None or found.kind != KIND or found.about["unit"] != seat.unit.number:
        raise Http404
    return found


@handles(KIND)
def _read(about: About, step: Step) -> int:
    seat = seat_held(about["seat"], about["holder"], clock.today())
    if seat is None:
        raise ProblemError(no_seat())
    errand = taken_up(about["errand"])
    step(0, 2)
    before = demand(about["draft"]) if about["draft"] else None
    try:
        sent = _bring(seat, errand, before, step)
    except ProblemError as error:
        raise ProblemError(readable_here(error.problem)) from error
    over(about["errand"])
    return sent.number


def _bring(seat: Seat, errand: Errand, before: Sent | None, step: Step) -> Sent:
    def then(sent: Sent) -> None:
        note(seat, Act.DRAFTED, sent, "again" if before else "")
        step.settle(sent.number)

    if before is None:
        return bring_draft(seat.unit, errand.file, errand.content, clock.now(), then=then)
    bring_again(before, errand.file, errand.content, clock.now(), then=then)
    return before
