"""A sheet that is read beside the pages, from one page to the next: which one it is stands in the session."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.beside.errands import over
from qingzhuang.store.beside.jobs import Job, State, again, ahead, forget, job
from qingzhuang.store.bringing.sheets import LOOK, TAKE, Sheet
from qingzhuang.web.ledger.sheet_job import (
    ask_to_look,
    ask_to_look_again,
    ask_to_take,
    errand_of,
    page_of,
)
from qingzhuang.web.reading import led_on, reading_of

_KEY = "sheet_job"  # the session's key for the job


def read_beside(request: HttpRequest, seat: Seat, sheet: Sheet) -> None:
    """Have a sheet looked at."""
    request.session[_KEY] = ask_to_look(seat, sheet).number


def beside(request: HttpRequest, seat: Seat) -> Job | None:
    """Return the job of the sheet that waits, None where none is read beside the pages for this seat."""
    number = request.session.get(_KEY)
    found = job(number) if number else None
    mine = found is not None and found.kind in (LOOK, TAKE) and found.about["seat"] == seat.number
    return found if mine else None


def look_beside(request: HttpRequest, seat: Seat, found: Job) -> HttpResponse:
    """Show how far it is, or what came of it."""
    if found.state is not State.DONE:
        here = reverse("sheet_look")
        shown = {"page": reading_of(found, ahead(found.number)), "here": here, "back": reverse("sheet_bring")}
        return render(request, "reading.html", {**shown, "again": reverse("sheet_read_again")})
    if request.headers.get("HX-Request"):
        return led_on(request, reverse("sheet_look"))
    page, told = page_of(found)
    if page.done and page.open:  # what was left unsaid can be said on the next page
        request.session[_KEY] = ask_to_look_again(found).number
    shown = {"page": page, "whose": seat.unit.name, "told": told}
    return render(request, "ledger/sheet.html", shown, status=409 if told else 200)


def take_beside(request: HttpRequest, found: Job) -> HttpResponse:
    """Have what was shown put in."""
    if found.state is State.DONE and not page_of(found)[0].done:
        request.session[_KEY] = ask_to_take(found, request.POST.dict()).number
    return HttpResponseRedirect(reverse("sheet_look"))


def try_again(request: HttpRequest, seat: Seat) -> None:
    """Have it tried once more, where it failed."""
    found = beside(request, seat)
    fresh = again(found.number, clock.now()) if found else None
    if fresh is not None:
        request.session[_KEY] = fresh.number


def forget_beside(request: HttpRequest) -> None:
    """Throw the sheet away; one that is being put in is not held up."""
    number = request.session.pop(_KEY, None)
    found = job(number) if number else None
    if found is not None and not (found.kind == TAKE and found.open):
        over(errand_of(found))
        forget(LOOK, TAKE, number=found.number)
