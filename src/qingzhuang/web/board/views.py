"""Views of the board."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.pipeline.overview import Counted, overview
from qingzhuang.store import clock
from qingzhuang.store.cutting import cut_list
from qingzhuang.store.planning import refresh
from qingzhuang.store.shares import posts_by_kind, posts_by_office, realm, shares, unplanned
from qingzhuang.web.access import serves
from qingzhuang.web.board.cut import cut_page
from qingzhuang.web.board.page import board_page

MOST_WEIGHED = 100  # tasks at one press of the button


@serves(Role.OVERSEER)
@require_safe
def board(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What everything weighs."""
    below = realm(seat.unit)
    counted = Counted(posts_by_kind(below), posts_by_office(below))
    page = board_page(overview(shares(below), counted, clock.today()))
    return render(request, "board/board.html", {"page": page})


@serves(Role.OVERSEER)
@require_safe
def cut(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What could go."""
    weighing = cut_list(shares(realm(seat.unit)), clock.today())
    return render(request, "board/cut.html", {"page": cut_page(weighing)})


@serves(Role.OVERSEER)
@require_POST
def weigh(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Weigh a number of tasks that nobody opened yet."""
    refresh(unplanned(realm(seat.unit), MOST_WEIGHED), clock.now())
    return HttpResponseRedirect(reverse("board"))
