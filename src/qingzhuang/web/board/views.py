"""Views of the board."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.letters.report import report_docx
from qingzhuang.model.month import Month
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.inventory import Inventory, inventory
from qingzhuang.pipeline.months import large, moved_since
from qingzhuang.pipeline.overview import Counted, Overview, overview
from qingzhuang.privacy.small import smallest
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import again
from qingzhuang.store.board.clues import heaps
from qingzhuang.store.board.months import months, note_month, this_month
from qingzhuang.store.board.runs import Run, keep_run, run, run_before, runs
from qingzhuang.store.board.shares import realm, summed, unplanned
from qingzhuang.store.organisation.places import places_on
from qingzhuang.store.tasks.counting import refresh
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.board.clues import CluesPage, clues_page
from qingzhuang.web.board.cut import NO_CUTS, CutPage
from qingzhuang.web.board.cut_job import cut_of
from qingzhuang.web.board.forms import BringRegister
from qingzhuang.web.board.monthly import MOST_TURNED, MonthlyPage, Registers, monthly_page
from qingzhuang.web.board.months import MonthsPage, change_of, months_page
from qingzhuang.web.board.page import BoardPage, board_page
from qingzhuang.web.board.registers import RunPage, registers_page, run_page, stock
from qingzhuang.web.board.written import report_of
from qingzhuang.web.scripts import own_scripts
from qingzhuang.web.sending import attached
from qingzhuang.web.work import work

MOST_WEIGHED = 100  # tasks at one press of the button


@own_scripts
@serves(Role.OVERSEER)
@require_safe
def board(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What everything weighs."""
    return render(request, "board/board.html", {"page": board_of(seat)})


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


@own_scripts
@serves(Role.OVERSEER)
@require_safe
def months_side_by_side(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The months as they were noted, and what moved since the last one."""
    return render(request, "board/months.html", {"page": _months(seat)})


@serves(Role.OVERSEER)
@require_POST
def note(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Note the month as it is known today."""
    at = clock.now()
    noted = note_month(realm(seat.unit), at)
    leave(Step(seat.holder, Act.NOTED, noted.day.isoformat(), seat.number), at)
    return HttpResponseRedirect(reverse("board_months"))


@serves(Role.OVERSEER)
@require_http_methods(["GET", "HEAD", "POST"])
def registers(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Bring a register, see the checks so far."""
    form = BringRegister(request.POST or None, request.FILES or None)
    problem = None
    if request.method == "POST" and form.is_valid():
        try:
            run_kept = keep_run(seat.unit, _checked(form, seat), clock.now())
        except ProblemError as error:
            problem = error.problem
        else:
            leave(Step(seat.holder, Act.CHECKED, run_kept.file, seat.number), clock.now())
            return HttpResponseRedirect(reverse("board_run", args=[run_kept.number]))
    kept = runs(seat.unit)
    shown = {"form": form, "problem": problem, "page": registers_page(kept)}
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
    return render(request, "board/clues.html", {"page": clues_of(seat)})


@serves(Role.OVERSEER)
@require_safe
def monthly(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The month's report, to print."""
    return render(request, "board/monthly.html", {"page": _monthly(seat)})


@serves(Role.OVERSEER)
@require_safe
def monthly_document(request: HttpRequest, seat: Seat) -> FileResponse:
    """The same to take away and to go on writing in."""
    leave(Step(seat.holder, Act.FETCHED, "monthly report", seat.number), clock.now())
    return attached(report_docx(report_of(_monthly(seat))), _("减负月报.docx"))


def _monthly(seat: Seat) -> MonthlyPage:
    kept = runs(seat.unit)
    noted, now = _noted(seat), this_month(realm(seat.unit), clock.today())
    change = moved_since(noted, now)
    return monthly_page(
        board_of(seat),
        cuts_of(seat),
        change_of(change, MOST_TURNED) if change else None,
        Registers(stock(kept), _run(seat, kept[0]) if kept else None),
        clues_of(seat),
    )


def board_of(seat: Seat) -> BoardPage:
    """What everything weighs in an overseer's realm."""
    return board_page(_overview(seat, _noted(seat)), charts=settings.CHARTS)


def _noted(seat: Seat) -> tuple[Month, ...]:
    return large(months(realm(seat.unit)), clock.today())


def _overview(seat: Seat, noted: tuple[Month, ...]) -> Overview:
    sums = summed(realm(seat.unit))
    return overview(sums.shares, Counted(sums.by_kind, sums.by_office), clock.today(), noted)


def _months(seat: Seat) -> MonthsPage:
    noted, now = _noted(seat), this_month(realm(seat.unit), clock.today())
    change = moved_since(noted, now)
    return months_page(_overview(seat, noted), noted, now, change, charts=settings.CHARTS)


def cuts_of(seat: Seat) -> CutPage:
    """What could go there."""
    return cut_of(realm(seat.unit), clock.now()).page or NO_CUTS


def clues_of(seat: Seat) -> CluesPage:
    """What was reported there."""
    least = smallest(clock.today())
    return clues_page(heaps(realm(seat.unit), least), least)


def _run(seat: Seat, found: Run) -> RunPage:
    return run_page(found, run_before(seat.unit, found))


def _checked(form: BringRegister, seat: Seat) -> Inventory:
    brought, listed = form.cleaned_data["file"], form.cleaned_data["filings"]
    filings = (listed.name, listed.read()) if listed else None
    return inventory(brought.name, brought.read(), court(clock.today(), places_on(seat.unit)), filings)
