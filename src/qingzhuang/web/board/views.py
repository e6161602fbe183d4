"""Views of the board."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.inventory import Inventory, inventory
from qingzhuang.pipeline.overview import Counted, overview
from qingzhuang.privacy.small import smallest
from qingzhuang.store import clock
from qingzhuang.store.clues import heaps
from qingzhuang.store.jobs import again
from qingzhuang.store.places import places_on
from qingzhuang.store.planning import refresh
from qingzhuang.store.runs import Run, keep_run, run, run_before, runs
from qingzhuang.store.shares import realm, summed, unplanned
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.board.clues import CluesPage, clues_page
from qingzhuang.web.board.cut import NO_CUTS
from qingzhuang.web.board.cut_job import cut_of
from qingzhuang.web.board.forms import BringRegister
from qingzhuang.web.board.monthly import monthly_page
from qingzhuang.web.board.page import BoardPage, board_page
from qingzhuang.web.board.registers import RunPage, run_line, run_page
from qingzhuang.web.scripts import own_scripts
from qingzhuang.web.work import work

MOST_WEIGHED = 100  # tasks at one press of the button


@serves(Role.OVERSEER)
@require_safe
def board(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What everything weighs."""
    return render(request, "board/board.html", {"page": _board(seat)})


@serves(Role.OVERSEER)
@require_safe
@own_scripts
def cut(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What could go."""
    weighed = cut_of(realm(seat.unit), clock.now())
    shown = {"page": weighed.page, "work": work(weighed.job, weighed.at)}
    return render(request, "board/cut.html", shown)


@serves(Role.OVERSEER)
@require_POST
def weigh_again(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Weigh once more what could not be weighed."""
    weighed = cut_of(realm(seat.unit), clock.now())
    if weighed.job is not None:
        again(weighed.job.number, clock.now())
    return HttpResponseRedirect(reverse("board_cut"))


@serves(Role.OVERSEER)
@require_POST
def weigh(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Weigh a number of tasks that nobody opened yet."""
    refresh(unplanned(realm(seat.unit), MOST_WEIGHED), clock.now())
    return HttpResponseRedirect(reverse("board"))


@serves(Role.OVERSEER)
@require_http_methods(["GET", "HEAD", "POST"])
def registers(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Bring a register, see the checks so far."""
    form = BringRegister(request.POST or None, request.FILES or None)
    problem = None
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_run(seat.unit, _checked(form), clock.now())
        except ProblemError as error:
            problem = error.problem
        else:
            leave(Step(seat.holder, Act.CHECKED, kept.file, seat.number), clock.now())
            return HttpResponseRedirect(reverse("board_run", args=[kept.number]))
    shown = {"form": form, "problem": problem, "lines": [run_line(each) for each in runs(seat.unit)]}
    return render(request, "board/registers.html", shown, status=400 if form.is_bound else 200)


@serves(Role.OVERSEER)
@require_safe
def register(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """One check, and what changed since the one before."""
    found = run(seat.unit, number)
    if found is None:
        raise Http404
    return render(request, "board/run.html", {"page": _run(seat, found)})


@serves(Role.OVERSEER)
@require_safe
def clues(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What was reported."""
    return render(request, "board/clues.html", {"page": _clues(seat)})


@serves(Role.OVERSEER)
@require_safe
def monthly(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The month's report, to print."""
    last = next(iter(runs(seat.unit, 1)), None)
    cuts = cut_of(realm(seat.unit), clock.now()).page or NO_CUTS
    page = monthly_page(_board(seat), cuts, _run(seat, last) if last else None, _clues(seat))
    return render(request, "board/monthly.html", {"page": page})


def _board(seat: Seat) -> BoardPage:
    sums = summed(realm(seat.unit))
    return board_page(overview(sums.shares, Counted(sums.by_kind, sums.by_office), clock.today()))


def _clues(seat: Seat) -> CluesPage:
    least = smallest(clock.today())
    return clues_page(heaps(realm(seat.unit), least), least)


def _run(seat: Seat, found: Run) -> RunPage:
    return run_page(found, run_before(seat.unit, found))


def _checked(form: BringRegister) -> Inventory:
    brought, listed = form.cleaned_data["file"], form.cleaned_data["filings"]
    filings = (listed.name, listed.read()) if listed else None
    return inventory(brought.name, brought.read(), court(clock.today(), places_on()), filings)
