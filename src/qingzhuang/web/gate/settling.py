"""Views of an issuer who says of two columns of the own form whether they are one: for every later edition, and every post that fills it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.work import Stage
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.acts import bring_again
from qingzhuang.store.pairs.reviewing import say
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import asked_twice, own, tells
from qingzhuang.web.review.forms import TwiceForm

_CHANGING = (Stage.DRAFT, Stage.RETURNED)


@serves(Role.ISSUER)
@require_POST
@tells
def settling(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Keep what the issuer said; a draft that may still be changed is screened anew."""
    sent, at, form = own(seat, number), clock.now(), TwiceForm(request.POST)
    found = {each.id: each for each in asked_twice(sent)} if sent.stage is not Stage.ENDED else {}
    asked = found.get(form.cleaned_data["pair"]) if form.is_valid() else None
    if asked is None:
        raise Http404
    reply, who = Reply(form.cleaned_data["reply"]), f"{seat.name}（{seat.unit.name}）"
    say([Said(asked.one, asked.other, reply, who, f"#{seat.holder}", at)])
    thing = f"{asked.one.label} ~ {asked.other.label}"
    leave(Step(seat.holder, Act.PAIRED, thing, seat.number, detail=reply.value), at)
    if sent.stage in _CHANGING:
        bring_again(sent, sent.file, fetch(sent.blob), at)
    return HttpResponseRedirect(reverse("draft", args=[number]) + "?taken=twice")
