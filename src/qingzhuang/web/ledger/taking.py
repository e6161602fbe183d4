"""Taking a list away, for a purpose."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qingzhuang.language import gettext as _
from qingzhuang.language import in_source, later
from qingzhuang.letters.listing import list_csv, list_xlsx
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.rights.looks import leave_of_all
from qingzhuang.store.trail import Act, Step
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.forms import Take
from qingzhuang.web.ledger.found_page import list_row, listed, sought_of
from qingzhuang.web.sending import attached

HEADS = (later("名称"), later("类别"), later("村"), later("号码"))


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def taking(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """Ask what for, then hand the list over."""
    held = directory_of(seat.unit, clock.today())
    sought = sought_of(request.GET.dict())
    found = listed(held, sought)
    form = Take(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not found or not form.is_valid():
        shown = {"form": form, "count": len(found), "whose": seat.unit.name}
        return render(request, "ledger/take.html", shown, status=422 if request.method == "POST" else 200)
    kind, whole = form.cleaned_data["kind"], form.cleaned_data["whole"]
    with in_source():
        rows = [list_row(held, each, whole=whole) for each in found]
    leave_of_all(
        Step(
            seat.holder,
            Act.FETCHED,
            f"ledger list.{kind}",
            seat.number,
            purpose=form.purpose,
            detail=f"{len(rows)} {'whole' if whole else 'masked'}",
        ),
        found,
        clock.now(),
    )
    title = _("{whose}台账").format(whose=seat.unit.name)
    content = list_xlsx(title, HEADS, rows) if kind == "xlsx" else list_csv(HEADS, rows)
    return attached(content, f"{title}.{kind}")
