"""Views of the people's queue: one pair, a reply, the way back."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.repeats import id_of
from qingzhuang.match.people.queue import ranked
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.review import Reply, Said
from qingzhuang.store import clock
from qingzhuang.store.pairs.at_hand import pairs_at_hand
from qingzhuang.store.pairs.reviewing import Speaker, rulings_now, say, unsay
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.review.forms import ReplyForm, TwiceForm, UndoForm
from qingzhuang.web.review.page import review_page
from qingzhuang.web.scripts import own_scripts


@own_scripts
@serves(Role.POST, Role.ADMIN)
@require_safe
@never_cache
def review(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The pair that frees most."""
    return shown(request, seat)


@own_scripts
@serves(Role.POST, Role.ADMIN)
@require_POST
def reply(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Keep what was said of a pair that is left to this seat."""
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return shown(request, seat, _("没有看懂按了哪一个，请再按一次。"), 400)
    left = ranked(pairs_at_hand(seat, clock.now()).questions, rulings_now(), speaker(seat).by)
    asked = next((each.question for each in left if each.question.pair == form.cleaned_data["pair"]), None)
    if asked is None:
        return shown(request, seat, _("那一对刚才已经有人定了，或者不在您手里的表上。没有记。"), 409)
    word, who = Reply(form.cleaned_data["reply"]), speaker(seat)
    (number,) = say([Said(asked.a.context, asked.b.context, word, who.who, who.by, clock.now())])
    thing = f"{asked.a.context.label} ~ {asked.b.context.label}"
    leave(Step(seat.holder, Act.PAIRED, thing, seat.number, detail=word.value), clock.now())
    return HttpResponseRedirect(f"{reverse('review')}?said={number}#pair")


@own_scripts
@serves(Role.ADMIN)
@require_POST
def settle(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Keep what an administrator knows of two columns of one form, where its issuer does not come here himself."""
    form, found = TwiceForm(request.POST), pairs_at_hand(seat, clock.now()).twice
    pair = form.cleaned_data["pair"] if form.is_valid() else ""
    asked = next((each for each in found if id_of(*each) == pair), None)
    if asked is None:
        return shown(request, seat, _("没有看懂按了哪一个，请再按一次。"), 400)
    reply, who = Reply(form.cleaned_data["reply"]), speaker(seat)
    say([Said(*asked, reply, who.who, who.by, clock.now())])
    thing = f"{asked[0].label} ~ {asked[1].label}"
    leave(Step(seat.holder, Act.PAIRED, thing, seat.number, detail=reply.value), clock.now())
    return HttpResponseRedirect(reverse("review"))


@own_scripts
@serves(Role.POST, Role.ADMIN)
@require_POST
def undo(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take a reply back: one's own; an administrator any."""
    form = UndoForm(request.POST)
    if not form.is_valid():
        return shown(request, seat, _("没有这一条。"), 400)
    try:
        said = unsay(form.cleaned_data["number"], speaker(seat), clock.now(), own=seat.role is not Role.ADMIN)
    except ProblemError as error:
        return shown(request, seat, error.problem.message, 409)
    thing = f"{said.a.label} ~ {said.b.label}"
    leave(Step(seat.holder, Act.PAIRED, thing, seat.number, detail="undone"), clock.now())
    return HttpResponseRedirect(_back(form.cleaned_data))


def shown(request: HttpRequest, seat: Seat, told: str = "", status: int = 200) -> HttpResponse:
    """The page as it stands for a seat."""
    found, said, who = pairs_at_hand(seat, clock.now()), rulings_now(), speaker(seat).by
    keeper = seat.role is Role.ADMIN
    told = told or (_("新来的表正在排，排好就列在这里，过一会儿再来看。") if found.sorting else "")
    just = request.GET.get("said", "")
    number = int(just) if just.isascii() and just.isdigit() and len(just) < 19 else 0
    left = ranked(found.questions, said, who)
    page = review_page(left, found, said, who, told, keeper=keeper, just=number)
    return render(request, "review/review.html", {"page": page, "keeper": keeper}, status=status)


def _back(said: Mapping[str, Any]) -> str:
    """Where a reply was taken back: on the list or beside the pair."""
    if not said["listed"]:
        return reverse("review")
    return f"{reverse('review_said')}?{urlencode({'q': said['q'], 'p': said['p'] or 1})}"


def speaker(seat: Seat) -> Speaker:
    """Who speaks from a seat: one person is one account, whatever the seat."""
    return Speaker(f"{seat.name}（{seat.unit.name}）", f"#{seat.holder}")
