"""Views of what a post decides: which of two is right, later, taken back, still right, wrong, not here any more."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.ledger.decisions import withdraw
from qingzhuang.store.ledger.keeping import (
    choose,
    confirm,
    correct,
    put_back,
    put_off,
    put_off_among,
    take_back,
    taken_out,
)
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.organisation.units import label_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.due_page import due_of, due_page, odd_page
from qingzhuang.web.ledger.duels import picked
from qingzhuang.web.ledger.forms import Purpose, Reason
from qingzhuang.web.ledger.mine import Found, of_my_village
from qingzhuang.web.ledger.out_page import out_page
from qingzhuang.web.ledger.views import known_now, page_of, thing_of
from qingzhuang.web.ledger.wrong_page import raced, righted, wrong_page

_MOST = 300
_CHOSEN = later("几处说法不同，选定这一处。")  # what the ledger keeps stays in its own language
_UNDONE = later("本单位撤回。")


@serves(Role.POST)
@require_POST
@never_cache
@of_my_village
def settling(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """Choose one of the values that disagree, or leave it for the next meeting."""
    key, now = request.POST.get("item", "")[:_MOST], clock.now()
    if key not in {each.element for each in found.directory.doubts if each.subject == found.subject}:
        return _told(request, seat, found, _("这一处刚才已经有人定过了，请看一眼现在的。"))
    if request.POST.get("pick") == "later":
        put_off(found.subject, key, seat.unit, now)
        return HttpResponseRedirect(_back(request, found))
    signed = Signed(label_of(seat.unit), now, _CHOSEN)
    decided = choose(
        found.subject, key, picked(request.POST.get("pick", ""), request.POST.get("state", "")), signed
    )
    if decided is None:
        return _told(request, seat, found, _("刚才又来了别的说法，没有改。请再看一眼，再选。"))
    _note(seat, Act.SETTLED, found, key)
    return HttpResponseRedirect(_back(request, found))


@serves(Role.POST)
@require_POST
@never_cache
@of_my_village
def undoing(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """Take a decision back."""
    done = take_back(found.subject, _number(request), Signed(label_of(seat.unit), clock.now(), _UNDONE))
    if done is None:
        return _told(request, seat, found, _("这个决定刚才已经撤回了。"))
    _note(seat, Act.TOOK_BACK, found, done.element)
    return HttpResponseRedirect(reverse("subject", args=[found.number]))


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@of_my_village
def wrong(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """Say that one fact was entered by mistake (and what is right), or that the whole subject is not here any more."""
    key = request.GET.get("item", "")[:_MOST]
    if key and key not in found.directory.desk.view.elements(found.subject):
        if request.method != "POST":
            raise Http404
        return _told(request, seat, found, _("这一条刚才已经有人作废或改过，没有再改。请看一眼现在的。"))
    form = Reason(request.POST if request.method == "POST" else None, of_all=not key)
    page = wrong_page(found, key, form)
    if request.method != "POST" or not form.is_valid():
        return render(
            request,
            "ledger/wrong.html",
            {"page": page, "form": form},
            status=422 if request.method == "POST" else 200,
        )
    value, complaint = righted(request.POST.get("right", ""), key, clock.today())
    if complaint:
        form.add_error(None, complaint)
        return render(request, "ledger/wrong.html", {"page": page, "form": form}, status=422)
    if key and raced(found, key, request.POST.get("state", ""), value):
        page = wrong_page(found, key, form, late=True)
        return render(request, "ledger/wrong.html", {"page": page, "form": form}, status=409)
    signed = Signed(label_of(seat.unit), clock.now(), form.reason)
    try:
        if value is not None:
            correct(found.subject, key, value, signed)
        else:
            withdraw(found.subject, signed, element=key)
    except ProblemError as error:
        return _told(request, seat, found, error.problem.message)
    _note(seat, Act.SETTLED, found, key or "*", form.reason)
    still = directory_of(seat.unit, clock.today()).holds(found.subject)
    return HttpResponseRedirect(reverse("subject", args=[found.number]) if still else reverse("out"))


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def recheck(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Only these few: what has run out or soon will, each kept by one tap."""
    now, told, status = clock.now(), "", 200
    if request.method == "POST":
        due = due_of(directory_of(seat.unit, now.date()), request.POST.dict(), numbers)
        if due is not None and confirm(due, seat.unit, now):
            number = numbers({due.subject})[due.subject]
            leave(Step(seat.holder, Act.ANSWERED, f"subject {number}", seat.number, detail=due.element), now)
            return HttpResponseRedirect(f"{reverse('recheck')}?{request.GET.urlencode()}")
        told, status = _("这一条刚才已经有人核过或改过，没有再记。"), 409
    held = directory_of(seat.unit, now.date())
    page = due_page(held, seat.unit.name, request.GET.get("p", ""), numbers, told)
    return render(request, "ledger/recheck.html", {"page": page}, status=status)


@serves(Role.POST)
@require_safe
@never_cache
def odd(request: HttpRequest, seat: Seat) -> HttpResponse:
    """On what sources disagree here."""
    held = directory_of(seat.unit, clock.today())
    later = put_off_among({each.subject for each in held.doubts})
    page = odd_page(held, seat.unit.name, request.GET.get("p", ""), numbers, later)
    return render(request, "ledger/odd.html", {"page": page})


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def out(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Whom and what this post took out, and the way back."""
    told, status = "", 200
    if request.method == "POST":
        done = put_back(_number(request), Signed(label_of(seat.unit), clock.now(), _UNDONE))
        if done is not None:
            number = numbers({done.subject})[done.subject]
            leave(Step(seat.holder, Act.TOOK_BACK, f"subject {number}", seat.number, detail="*"), clock.now())
            return HttpResponseRedirect(reverse("subject", args=[number]))
        told, status = _("这一个刚才已经放回来了。"), 409
    page = out_page(seat.unit.name, taken_out(seat.unit), told)
    return render(request, "ledger/out.html", {"page": page}, status=status)


def _number(request: HttpRequest) -> int:
    number = request.POST.get("decision", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0


def _told(request: HttpRequest, seat: Seat, found: Found, words: str) -> HttpResponse:
    page = page_of(known_now(found, seat), told=words)
    return render(request, "ledger/subject.html", {"page": page, "form": Purpose()}, status=409)


def _note(seat: Seat, act: Act, found: Found, element: str, purpose: str = "") -> None:
    leave(Step(seat.holder, act, thing_of(found), seat.number, purpose=purpose, detail=element), clock.now())


def _back(request: HttpRequest, found: Found) -> str:
    if request.POST.get("from") == "odd":
        return reverse("odd")
    return reverse("subject", args=[found.number])
