"""What stands before every address of the machine door: whom it serves, and that trouble of any kind is answered coded."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase
from ninja.operation import PathView

from qingzhuang.web.access import Audience, Open
from qingzhuang.web.api import problems
from qingzhuang.web.api.door import roles_of

MOST_JSON = 1_000_000
View = Callable[..., HttpResponseBase]


def guarded(view: View, served: PathView) -> View:
    """Mark a view with its audience, and answer in the interface's own way whatever happens before an operation."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.ROOMS:
            return problems.answer_to(404, problems.no_ledger())
        if request.content_type != "multipart/form-data" and _length(request) > MOST_JSON:
            return problems.answer_to(413, problems.too_long(request.path))
        try:
            response = view(request, *args, **kwargs)
        except RequestDataTooBig:
            return problems.answer_to(413, problems.too_long(request.path))
        except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, UnicodeError):
            return problems.answer_to(400, problems.not_readable(request.path))
        return _answered(request, response)

    doors = (each for operation in served.operations for each in operation.auth_callbacks)
    answered.audience = Audience(roles_of(doors), Open.TOKEN)  # type: ignore[attr-defined]
    answered.csrf_exempt = True  # type: ignore[attr-defined] # no cookie opens anything here
    return answered


def _answered(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code == 405:
        allowed = response.headers.get("Allow", "")
        response = problems.answer_to(405, problems.no_such_method(request.path))
        response["Allow"] = allowed
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0
