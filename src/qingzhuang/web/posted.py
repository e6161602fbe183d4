"""Whoever opens an address that only takes something, or sends to one that only shows, finds a way back."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse


def way_back(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer a wrong method in words instead of an empty page; programs are answered in their own way."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code != 405 or request.path.startswith("/api/"):
            return response
        shown = render(request, "home/posted.html", {"back": above(request.path)}, status=405)
        shown["Allow"] = response.get("Allow", "")
        return shown

    return respond


def above(path: str) -> str:
    """Return the nearest address above one that leads somewhere."""
    parts = path.strip("/").split("/")[:-1]
    while parts:
        for address in (f"/{'/'.join(parts)}/", f"/{'/'.join(parts)}"):
            if _leads(address):
                return address
        parts.pop()
    return reverse("home")


def _leads(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
