"""Views of the year's questions: the page, the list to take away, the certificate."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import again
from qingzhuang.store.board.shares import realm
from qingzhuang.store.board.year import Reckoned, certificate_below, forms_of, year_below
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.board.year import YearPage, first_look, said, year_page
from qingzhuang.web.listing import Listing, handed
from qingzhuang.web.scripts import own_scripts
from qingzhuang.web.sending import attached
from qingzhuang.web.work import Work

_HEADS = (
    later("怎么分"),
    later("哪一组"),
    later("照原样要填的格"),
    later("要问的"),
    later("同一件事一月一次"),
    later("当月台账里没有的"),
    later("至少要问的"),
    later("停了少问"),
    later("慢一档少填的格"),
    later("慢一档少问"),
)


@own_scripts
@serves(Role.OVERSEER)
@require_safe
def year(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What the coming twelve months ask."""
    reckoned = year_below(realm(seat.unit), clock.now())
    put = reckoned.put
    shown = {
        "page": page_of(reckoned),
        "hidden": put.least if put and put.hidden else 0,
        "works": reckoned.works,
        "first": first_look(reckoned.at_hand),
    }
    return render(request, "board/year.html", {**shown, "work": _work(reckoned)})


@serves(Role.OVERSEER)
@require_POST
def year_again(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Reckon once more what could not be reckoned."""
    job = year_below(realm(seat.unit), clock.now()).job
    if job is not None:
        again(job.number, clock.now())
    return HttpResponseRedirect(reverse("board_year"))


@serves(Role.OVERSEER)
@require_safe
def certificate(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """Why no fewer questions are enough, for anybody to check."""
    found = certificate_below(realm(seat.unit))
    if found is None:
        raise Http404
    leave(Step(seat.holder, Act.FETCHED, "year certificate", seat.number), clock.now())
    response = attached(
        json.dumps(found, ensure_ascii=False, indent=1).encode(), _("一年最少问几次的证明.json")
    )
    response["Cache-Control"] = "no-store"
    return response


@serves(Role.OVERSEER)
@require_safe
def year_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """The page's tables one under another."""
    page = page_of(year_below(realm(seat.unit), clock.now()))
    return handed(seat, Listing(_("一年要问几次"), _HEADS, _rows(page) if page else []), kind, "year list")


def page_of(reckoned: Reckoned) -> YearPage | None:
    """The page, None where there is nothing to show."""
    put = reckoned.put
    if put is None or put.hidden:
        return None
    forms = forms_of([int(each.name) for each in put.forms.groups])
    return year_page(put, forms, charts=settings.CHARTS)


def _rows(page: YearPage) -> list[tuple[str, ...]]:
    divided = ((_("各月"), page.months), (_("哪类岗位"), (*page.kinds, page.total)))
    rows: list[tuple[str, ...]] = [
        (title, each.name, each.cells, each.asks, each.facts, each.open, each.least, "", "", "")
        for title, rows in divided
        for each in rows
    ]
    forms = (*page.forms, *((page.rest,) if page.rest else ()))
    rows += [
        (_("哪张表"), each.title, each.cells, "", "", "", "", each.cut, each.slower_cells, each.slower)
        for each in forms
    ]
    return rows


def _work(reckoned: Reckoned) -> Work | None:
    job = reckoned.job
    if job is None:
        return None
    if not job.open:
        return Work(False, job.told, "", 0)
    return Work(True, said(reckoned), _("下面是上次算好的。") if reckoned.put else "", 0)
