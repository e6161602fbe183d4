"""Views of the first page."""

import re

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from qingzhuang.web.access import at_this_machine, public
from qingzhuang.web.api.problems import nothing_here
from qingzhuang.web.home.page import home_page
from qingzhuang.web.shelf import read_shelf

_NAME = re.compile(r"[A-Za-z0-9.-]{1,100}(?::[0-9]{1,5})?")


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """At this machine: what is filled and what is still open. For everybody else: what this is."""
    if not at_this_machine(request):
        return render(request, "home/about.html")
    page = home_page(settings.FOLDER, read_shelf(settings.FOLDER))
    return render(request, "home/home.html", {"page": page, "rooms": settings.ROOMS})


@public
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, and where to go in."""
    return render(request, "home/about.html")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is not here and where to go; programs are answered in their own way."""
    if request.path.startswith("/api/"):
        return nothing_here(request)
    return render(request, "home/missing.html", status=404)


def unsure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that nothing was taken in since nobody knows who sent it, and lead back to where it was written."""
    here = f"{request.scheme}://{request.get_host()}"
    came = request.META.get("HTTP_REFERER", "")
    back = came.removeprefix(here) if came.startswith(f"{here}/") else reverse("home")
    return render(request, "home/unsure.html", {"back": back}, status=403)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent could not be taken in: too long, too many fields, or malformed; or that nobody told this site
    the address at which it was opened, which whoever keeps the server puts right."""
    if isinstance(exception, DisallowedHost):
        name = str(request.META.get("HTTP_HOST", ""))
        address = f"https://{name}" if _NAME.fullmatch(name) else ""
        return render(request, "host.html", {"address": address}, status=400)
    return render(request, "home/refused.html", status=400)
