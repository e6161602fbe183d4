"""Views of one person's rights: see to whom data went and who looked, take it away for the person, delete it by two."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import in_source, later
from qingzhuang.letters.person import person_docx, person_json
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.rights.erasing import GROUNDS, WISHED, agree, open_of, propose, take_back
from qingzhuang.store.rights.looks import looks, reported
from qingzhuang.store.rights.person import person_record
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.mine import Found, of_my_village
from qingzhuang.web.ledger.rights_page import person_sheet, rights_page
from qingzhuang.web.ledger.views import thing_of
from qingzhuang.web.sending import attached

ASKED = later("本人要求查阅、复制")
WHY = tuple((key, GROUNDS[key]) for key in (WISHED, "withdrawn", "unlawful"))


@serves(Role.POST)
@require_safe
@never_cache
@of_my_village
def rights(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """To whom data went, who looked, what is to be deleted."""
    leave(Step(seat.holder, Act.LOOKED, thing_of(found), seat.number), clock.now())
    return _shown(request, seat, found)


@serves(Role.POST)
@require_POST
@never_cache
@of_my_village
def export(request: HttpRequest, seat: Seat, found: Found) -> HttpResponseBase:
    """All of it in full, for the person: to print, as a letter, for programs."""
    now = clock.now()
    leave(Step(seat.holder, Act.FETCHED, thing_of(found), seat.number, purpose=ASKED), now)
    kind = request.POST.get("kind")
    with in_source():
        sheet = person_sheet(person_record(found.subject), now)
        if kind == "docx":
            return attached(person_docx(sheet), f"{sheet.title}.docx")
        if kind == "json":
            return attached(person_json(sheet), f"{sheet.title}.json")
    return render(request, "ledger/person.html", {"sheet": sheet, "number": found.number})


@serves(Role.POST)
@require_POST
@never_cache
@of_my_village
def erase(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """Propose to delete all that is known of somebody."""
    ground = request.POST.get("ground", "")
    if ground not in dict(WHY):
        return _shown(request, seat, found, _("请选一个理由。"), 422)
    try:
        propose(thing_of(found), seat.unit, ground, seat.holder, clock.now())
    except ProblemError as error:
        return _shown(request, seat, found, f"{error.problem.message}{error.problem.cure}", 409)
    leave(Step(seat.holder, Act.ASKED_ERASURE, thing_of(found), seat.number, GROUNDS[ground]), clock.now())
    return HttpResponseRedirect(reverse("rights", args=[found.number]))


@serves(Role.POST)
@require_POST
@never_cache
@of_my_village
def settle_erasure(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """Agree to what another person proposed, or delete nothing."""
    wish = open_of(thing_of(found)).get(thing_of(found))
    if wish is None:
        return _shown(request, seat, found, _("这一条已经办完或者收回了。"), 409)
    agreed = request.POST.get("agree") == "1"
    try:
        done = (agree if agreed else take_back)(wish.number, seat.holder, clock.now())
    except ProblemError as error:
        return _shown(request, seat, found, f"{error.problem.message}{error.problem.cure}", 409)
    leave(Step(seat.holder, Act.ERASED if agreed else Act.KEPT, done.thing, seat.number), clock.now())
    return HttpResponseRedirect(
        reverse("erased", args=[done.number]) if agreed else reverse("rights", args=[found.number])
    )


def _shown(request: HttpRequest, seat: Seat, found: Found, told: str = "", status: int = 200) -> HttpResponse:
    wish = open_of(thing_of(found)).get(thing_of(found))
    page = rights_page(found, reported(found.subject), looks(found.subject), wish, seat.holder)
    shown = {"page": page, "told": told, "grounds": WHY}
    return render(request, "ledger/rights.html", shown, status=status)
