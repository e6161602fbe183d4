"""The page for tip-offs: for everybody, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.clues import tip as sorted_tip
from qingzhuang.privacy.small import smallest
from qingzhuang.store import clock
from qingzhuang.store.board.clues import keep_clue, tops
from qingzhuang.store.organisation.places import places_on
from qingzhuang.web.access import LOOPBACK, public
from qingzhuang.web.board.forms import MOST_LETTERS, TellTip
from qingzhuang.web.board.slow import too_many


@public
@require_http_methods(["GET", "POST"])
def tip(request: HttpRequest) -> HttpResponse:
    """Take a tip-off: masked before it is kept, without who, whence or at what hour; so it leaves no step on the trail."""
    form, whom, day = TellTip(request.POST or None), tops(), clock.today()
    shown = {"form": form, "tops": whom, "most": MOST_LETTERS, "least": smallest(day)}
    if request.method != "POST" or not form.is_valid() or not whom:
        return render(request, "board/tip.html", shown, status=400 if form.is_bound else 200)
    if too_many(_whence(request)):
        return render(request, "board/tip.html", {**shown, "slow": True}, status=429)
    top = _chosen(whom, form.cleaned_data["top"])
    keep_clue(top, sorted_tip(form.told(), court(day, places_on(top)), day), day)
    return render(request, "board/told.html", {"top": top})


def _whence(request: HttpRequest) -> str:
    """The address that a server on this machine passed on, else the one that asks."""
    passed_on = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    asking = str(request.META.get("REMOTE_ADDR"))
    return passed_on if passed_on and asking in LOOPBACK else asking


def _chosen(whom: tuple[Unit, ...], number: int | None) -> Unit:
    return next((each for each in whom if each.number == number), whom[0])
