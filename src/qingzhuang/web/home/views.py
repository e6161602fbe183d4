"""Views of the first page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.web.access import at_this_machine, public
from qingzhuang.web.api.problems import nothing_here
from qingzhuang.web.home.page import home_page
from qingzhuang.web.shelf import read_shelf


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """At this machine: what is filled and what is still open. For everybody else: what this is."""
    if not at_this_machine(request):
        return render(request, "home/about.html")
    page = home_page(settings.FOLDER, read_shelf(settings.FOLDER))
    return render(request, "home/home.html", {"page": page})


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


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent could not be taken in: too long, too many fields, or malformed."""
    return render(request, "home/refused.html", status=400)
