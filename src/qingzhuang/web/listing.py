"""A list that a page shows, to take away: as a workbook or as plain rows, masked like the page, each cell text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.http.response import HttpResponseBase

from qingzhuang.letters.listing import list_csv, list_xlsx
from qingzhuang.model.organisation import Seat
from qingzhuang.privacy.shown import plain
from qingzhuang.store import clock
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.sending import attached


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in a list: its title, the heads of its columns, its rows."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]


def handed(seat: Seat | None, listing: Listing, kind: str, thing: str) -> HttpResponseBase:
    """Hand a list over as xlsx or csv; whoever sits somewhere leaves a step on the trail. Raises Http404 for another
    kind."""
    rows = [[plain(words) for words in row] for row in listing.rows]
    if kind == "xlsx":
        content = list_xlsx(listing.title, listing.heads, rows)
    elif kind == "csv":
        content = list_csv(listing.heads, rows)
    else:
        raise Http404
    if seat is not None:
        step = Step(seat.holder, Act.FETCHED, f"{thing}.{kind}", seat.number, detail=f"{len(rows)} masked")
        leave(step, clock.now())
    response = attached(content, f"{listing.title}.{kind}")
    response["Cache-Control"] = "no-store"
    return response
