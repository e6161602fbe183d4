"""What an issuer answers to a finding while the draft is still its own: it takes the lawful wording, or says why it stays."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from qingzhuang.letters.notice import notice_docx, notice_text
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Stage
from qingzhuang.pipeline.rewording import reword, spans_of
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.acts import bring_again
from qingzhuang.store.gate.screenings import findings_of, give_reason
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import note, own, page_of, tells
from qingzhuang.web.gate.forms import Because, Upload
from qingzhuang.web.scripts import own_scripts

_OWN = (Stage.DRAFT, Stage.RETURNED, Stage.UNADMITTED)


@serves(Role.ISSUER)
@require_POST
@own_scripts
@tells
def reasoning(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Say why a finding stays; the overseer reads it beside the finding."""
    sent, form = own(seat, number, *_OWN), Because(request.POST)
    page = page_of(sent, clock.today())
    code = request.POST.get("code")
    find = next((each for each in page.finds if each.code == code and each.to_change), None)
    if find is None:
        raise Http404
    if not form.is_valid():
        shown = {"page": page, "form": Upload(None), "because": form, "wrong_at": find.code}
        return render(request, "gate/draft.html", shown, status=400)
    give_reason(number, find.code, form.cleaned_data["reason"])
    note(seat, Act.DRAFTED, sent, f"reason {find.code}")
    return HttpResponseRedirect(f"{reverse('draft', args=[number])}#find-{find.number}")


@serves(Role.ISSUER)
@require_POST
@tells
def adopting(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Put the lawful wording in place of the sentences of one finding; everything else stays word for word."""
    sent, code = own(seat, number, Stage.DRAFT, Stage.RETURNED), request.POST.get("code")
    spans = spans_of(each for each in findings_of(number) if each.code == code)
    page = page_of(sent, clock.today())
    if not spans or not page.adoptable:
        raise Http404
    made = reword(sent.file, fetch(sent.blob), spans)
    as_text = sent.file.lower().endswith(".txt")
    bring_again(sent, sent.file, notice_text(made) if as_text else notice_docx(made), clock.now())
    note(seat, Act.DRAFTED, sent, f"adopted {code}")
    left = {each.code for each in findings_of(number)}
    settled = "-".join(str(each.number) for each in page.finds if each.code not in left)
    return HttpResponseRedirect(f"{reverse('draft', args=[number])}?taken=words&settled={settled}")
