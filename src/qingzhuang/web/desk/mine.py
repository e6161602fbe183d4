"""Only one's own: a view of one task serves the unit that it is addressed to."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store.tasks.demands import task
from qingzhuang.web.access import elsewhere

P = ParamSpec("P")


def of_my_unit(
    view: Callable[Concatenate[HttpRequest, Seat, Task, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give the view the task instead of its number; whoever sits elsewhere is told whose it is."""

    @wraps(view)
    def guarded(
        request: HttpRequest, seat: Seat, number: int, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        found = task(number)
        if found is None:
            raise Http404
        if found.unit.number != seat.unit.number:
            return elsewhere(request, found.unit.name)
        return view(request, seat, found, *args, **kwargs)

    return guarded
