"""The language of a page: Chinese, unless the person at hand chose another one (a cookie; the browser is not asked,
since many a village computer came with an English one)."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.views.i18n import set_language

from qingzhuang.language import speak_through
from qingzhuang.web.access import public

speak_through(translation.gettext)


def spoken(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Serve every request in the language that its person chose."""
    known = {code for code, _name in settings.LANGUAGES}

    def respond(request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            return get_response(request)

    return respond


@public
def choose(request: HttpRequest) -> HttpResponseBase:
    """Keep the language that a person chose in the foot of a page, and lead back to it."""
    return set_language(request)
