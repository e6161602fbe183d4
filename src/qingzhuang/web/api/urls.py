"""Addresses of the machine door."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from qingzhuang.web.api import book, views
from qingzhuang.web.api.guard import guarded


def _operations() -> Iterator[URLPattern]:
    """One address each, whatever methods it knows."""
    for address, served in book.addresses():
        route = f"{book.PREFIX}{address}"[1:].replace("{", "<").replace("}", ">")
        yield path(route, guarded(served.get_view(), served), name=f"api:{route}")


urlpatterns = [
    path("api/", views.book, name="api"),
    path("api/v1/", views.book, name="api_v1"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    *_operations(),
]
