"""Views of an issuer who settles how the own form is read: once, for every later copy in the county."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Stage
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.acts import bring_again
from qingzhuang.store.gate.teaching import take
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import note, own, tells


@serves(Role.ISSUER)
@require_POST
@tells
def taking(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take the other reading of a close call, and read the draft anew."""
    sent, at = own(seat, number, Stage.DRAFT, Stage.RETURNED), clock.now()
    said = request.POST.get("doubt", "")
    take(seat.unit, sent.file, sent.blob, int(said) if said.isascii() and said.isdigit() else 0, at)
    note(seat, Act.TAUGHT, sent)
    bring_again(sent, sent.file, fetch(sent.blob), at)
    return HttpResponseRedirect(reverse("draft", args=[number]) + "?taken=reading")
