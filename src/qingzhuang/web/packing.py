"""Pages and styles are packed for the way (gzip), except where packing could tell a listener what stands on a page: when another
site made the browser ask, or when what the address carries may stand beside somebody's data (BREACH); decision 0023."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_WORDS = ("text/", "application/json", "application/problem+json", "application/javascript", "image/svg+xml")
_OUR_OWN = (
    "",
    "same-origin",
    "none",
)  # whoever typed the address, or came from our own page; old browsers do not say


class Packed(GZipMiddleware):
    """Django's own packing, which adds bytes of chance, for what may be packed."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Pack a whole answer made of words."""
        return super().process_response(request, response) if _may(request, response) else response


def _may(request: HttpRequest, response: HttpResponseBase) -> bool:
    told_by_address = bool(request.META.get("QUERY_STRING"))
    ours = request.headers.get("Sec-Fetch-Site", "") in _OUR_OWN
    words = response.headers.get("Content-Type", "").startswith(_WORDS)
    return response.status_code == 200 and words and ours and not told_by_address
