"""When the place of files does not answer: said in words on any page, with what to do; nothing is taken for lost."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from qingzhuang.store.files.kept import OutOfReachError


class FilesAway:
    """Turns what no view could do for want of a file into a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave alone what went well."""
        return self._respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say why, where it is that."""
        if not isinstance(error, OutOfReachError):
            return None
        answer = render(request, "away.html", {"problem": error.problem}, status=503)
        answer["Retry-After"] = "60"
        return answer
