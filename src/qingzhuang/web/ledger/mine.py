"""Only one's own: a view of one subject serves the village that keeps it, and its township."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Seat
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.store import clock
from qingzhuang.store.ledger.numbered import subject_numbered
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.web.access import elsewhere

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Found:
    """A subject of one's own, with its number and the directory that holds it."""

    number: int
    subject: Subject
    directory: Directory


def of_my_village(
    view: Callable[Concatenate[HttpRequest, Seat, Found, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give the view the subject instead of its number; whoever sits elsewhere is told whose it is."""

    @wraps(view)
    def guarded(
        request: HttpRequest, seat: Seat, number: int, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        subject = subject_numbered(number) if number < 2**63 else None
        if subject is None:
            raise Http404
        held = directory_of(seat.unit, clock.today())
        if not held.holds(subject):
            return elsewhere(request)
        return view(request, seat, Found(number, held.desk.view.canonical(subject), held), *args, **kwargs)

    return guarded
