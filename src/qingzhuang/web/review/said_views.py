"""The list of all that was said of pairs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store.pairs.reviewing import rulings_now
from qingzhuang.web.access import serves
from qingzhuang.web.review.forms import SeekForm
from qingzhuang.web.review.said_page import said_page
from qingzhuang.web.review.views import speaker


@serves(Role.POST, Role.ADMIN)
@require_safe
@never_cache
def said_list(request: HttpRequest, seat: Seat) -> HttpResponse:
    """One page of one's own replies; an administrator sees all that is not to be blind."""
    form, keeper, who = SeekForm(request.GET), seat.role is Role.ADMIN, speaker(seat).by
    sought, part = (form.cleaned_data["q"], form.cleaned_data["p"] or 1) if form.is_valid() else ("", 1)
    page = said_page(rulings_now(), "" if keeper else who, who, sought, part)
    return render(request, "review/said.html", {"page": page, "keeper": keeper})
