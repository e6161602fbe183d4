"""Views of the first page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.web.access import this_machine
from qingzhuang.web.home.page import home_page
from qingzhuang.web.shelf import read_shelf


@this_machine
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is filled and what is still open."""
    page = home_page(settings.FOLDER, read_shelf(settings.FOLDER))
    return render(request, "home/home.html", {"page": page})


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is not here and where to go."""
    return render(request, "home/missing.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent could not be taken in: too long, too many fields, or malformed."""
    return render(request, "home/refused.html", status=400)
