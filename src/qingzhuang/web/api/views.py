"""The description of the interface: as OpenAPI 3.1 for programs, as a plain page for people."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.web.access import public
from qingzhuang.web.api.book import described
from qingzhuang.web.api.page import book_page


@public
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The description for programs."""
    return JsonResponse(described(), json_dumps_params={"ensure_ascii": False})


@public
@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """The description for people."""
    return render(request, "api/book.html", {"page": book_page(described())})
