"""Views of a form on its way out: its picture, the file, handing it over, the receipt."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import again
from qingzhuang.store.beside.picturing import able, page_of, picture_of
from qingzhuang.store.blobs import fetch
from qingzhuang.store.rights.erasing import erased_from
from qingzhuang.store.rights.taken import leave_taken
from qingzhuang.store.tasks.handing import Made, hand_over, made_again, make
from qingzhuang.store.tasks.looking import LONGEST, decided, seen
from qingzhuang.store.tasks.planning import once
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.desk.answer_page import AnswerPage, Asked, answer_page
from qingzhuang.web.desk.drawn import drawn_page
from qingzhuang.web.desk.look_page import look_page
from qingzhuang.web.desk.mine import of_my_unit
from qingzhuang.web.desk.receipt_page import receipt_page
from qingzhuang.web.desk.sheet_page import sheet_page
from qingzhuang.web.desk.trouble import in_words
from qingzhuang.web.kept import keep_name
from qingzhuang.web.scripts import own_scripts
from qingzhuang.web.sending import attached


@serves(Role.POST)
@require_safe
@of_my_unit
@in_words
@own_scripts
def sheet(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Show the issuer's own file as it will look; a part of the answer page when htmx asks."""
    day = clock.today()
    made = make(task, day)
    page = once(task, day, "sheet page", lambda: sheet_page(task, made))
    if request.headers.get("HX-Request") and request.headers.get("HX-Target") != "main":
        shown = {"page": page, "counts": _counts(task, made)}
        return render(request, "desk/picture.html", shown)  # noted by the answer page
    drawn = drawn_page(task, made)
    if drawn.pages:  # a picture of the form shows the numbers in full
        leave_taken(_whole(seat, task, Act.UNMASKED), clock.now(), [], made)
    else:
        leave(Step(seat.holder, Act.LOOKED, f"task {task.number}", seat.number), clock.now())
    return render(request, "desk/sheet.html", {"page": page, "task": task, "drawn": drawn})


def _counts(task: Task, made: Made) -> AnswerPage:
    """What is left, for the head and the foot of the page beside the picture."""
    counts = (made.plan.cells, made.plan.filled)
    return answer_page(task, counts, Asked((), {}, 0, left=len(made.plan.questions)), clock.now())


@serves(Role.POST)
@require_safe
@of_my_unit
def picture(request: HttpRequest, seat: Seat, task: Task, digest: str, at: int) -> HttpResponse:
    """One page of the form as it was drawn."""
    found = page_of(task, digest[:64], at - 1)
    if found is None:
        raise Http404
    response = HttpResponse(found, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


@serves(Role.POST)
@require_POST
@of_my_unit
@in_words
def draw_again(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Draw once more what could not be drawn."""
    if able():
        again(picture_of(task, make(task, clock.today())).number, clock.now())
    return HttpResponseRedirect(reverse("sheet", args=[task.number]))


@serves(Role.POST)
@require_safe
@of_my_unit
@in_words
def file(request: HttpRequest, seat: Seat, task: Task) -> HttpResponseBase:
    """Hand the filled file out: the one that was handed over, else as the ledger stands."""
    made = make(task, clock.today())
    content = fetch(task.blob) if task.blob else made.content
    leave_taken(_whole(seat, task, Act.FETCHED), clock.now(), [task], made)
    return attached(content, made.name)


def _whole(seat: Seat, task: Task, act: Act) -> Step:
    purpose = f"《{task.demand.title}》{task.demand.purpose}"
    return Step(seat.holder, act, f"task {task.number}", seat.number, purpose)


@serves(Role.POST)
@require_safe
@of_my_unit
@in_words
def original(request: HttpRequest, seat: Seat, task: Task) -> HttpResponseBase:
    """Hand the issuer's file out as it came."""
    content = fetch(task.demand.blob)
    leave(Step(seat.holder, Act.FETCHED, f"task {task.number}", seat.number, detail="original"), clock.now())
    return attached(content, task.demand.file)


@serves(Role.POST)
@require_POST
@of_my_unit
@in_words
def hand(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Hand the form over, after a look where something is doubtful. The same file gets no second receipt."""
    now = clock.now()
    files, word = seen(task, now.date()), request.POST.get("why", "")[:LONGEST]
    pressed = "anyway" in request.POST
    page = look_page(task, files, word, pressed=pressed)
    if page.groups and (not pressed or page.wrong):
        leave(Step(seat.holder, Act.LOOKED, f"task {task.number}", seat.number), now)
        return render(request, "desk/look.html", {"page": page}, status=422 if page.wrong else 200)
    notes = decided(files, word)
    handed = hand_over(task, now, notes)
    if handed.receipt != task.receipt:
        detail = " ".join((f"{handed.receipt} {handed.blob}", *notes))[:2000]
        leave(Step(seat.holder, Act.HANDED, f"task {task.number}", seat.number, detail=detail), now)
    return HttpResponseRedirect(reverse("receipt", args=[task.number]))


@serves(Role.POST)
@require_safe
@of_my_unit
@in_words
@own_scripts
def receipt(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Show the receipt, printable; with ?again fill the form once more from what was known then."""
    if task.said is not Answer.HANDED:
        return HttpResponseRedirect(reverse("answer", args=[task.number]))
    again = made_again(task) if "again" in request.GET else None
    page = receipt_page(task, clock.now(), again, erased_from(task.number) if again else ())
    return render(request, "desk/receipt.html", {"page": page, "keep": keep_name(seat)})
