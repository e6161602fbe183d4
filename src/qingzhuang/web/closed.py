"""On a machine without a ledger there are no rooms: only the shelf of filled files and the rules."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

_ROOMS = ("/door/", "/desk/", "/gate/", "/ledger/", "/board/", "/admin/", "/calendar/", "/review/")


def closed_without_ledger(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Say that the rooms are closed, and how to open them, before anybody looks for tables that are not there."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if not settings.ROOMS and request.path.startswith(_ROOMS):
            return render(request, "home/closed.html", status=404)
        return get_response(request)

    return respond
