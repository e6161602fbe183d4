"""The report that was made for this folder, as it is."""

import base64
import hashlib
import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from qingzhuang.web.access import this_machine
from qingzhuang.web.shelf import REPORT, REPORTS


@this_machine
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Serve the self-contained report; its one style sheet is allowed by its hash."""
    source = settings.FOLDER / REPORTS.get(str(get_language()), REPORT)
    source = source if source.is_file() else settings.FOLDER / REPORT
    if not source.is_file():
        raise Http404
    text = source.read_text(encoding="utf-8")
    response = HttpResponse(text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = hashlib.sha256(style.group(1).encode() if style else b"").digest()
    response._csp_update = {"style-src": [f"'sha256-{base64.b64encode(digest).decode()}'"]}  # type: ignore[attr-defined]
    return response
