"""What an issuer answers to a finding while the draft is still its own: a reason why it stays."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Stage
from qingzhuang.store import clock
from qingzhuang.store.screenings import give_reason
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import note, own, page_of, tells
from qingzhuang.web.gate.forms import Because, Upload

_OWN = (Stage.DRAFT, Stage.RETURNED, Stage.UNADMITTED)


@serves(Role.ISSUER)
@require_POST
@tells
def reasoning(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Say why a finding stays; the overseer reads it beside the finding."""
    sent, form = own(seat, number, *_OWN), Because(request.POST)
    page = page_of(sent, clock.today())
    find = next((each for each in page.finds if each.code == request.POST.get("code")), None)
    if find is None:
        raise Http404
    if not form.is_valid():
        shown = {"page": page, "form": Upload(None), "because": form, "wrong_at": find.code}
        return render(request, "gate/draft.html", shown, status=400)
    give_reason(number, find.code, form.cleaned_data["reason"])
    note(seat, Act.DRAFTED, sent, f"reason {find.code}")
    return HttpResponseRedirect(f"{reverse('draft', args=[number])}#find-{find.number}")
