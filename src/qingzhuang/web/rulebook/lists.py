"""The rules as a list to take away."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.web.access import public
from qingzhuang.web.listing import Listing, handed
from qingzhuang.web.rulebook.page import rules_page

_HEADS = (
    later("文件"),
    later("哪里的"),
    later("编号"),
    later("规定"),
    later("条文"),
    later("怎么看"),
    later("从哪天起"),
)


@public
@require_safe
def rules_list(request: HttpRequest, kind: str) -> HttpResponseBase:
    """All rules by instrument."""
    page = rules_page()
    rows = [
        (one.name, one.place, each.code, each.title, each.cited, each.spoken, each.since)
        for one in (*page.national, *page.local)
        for each in one.rows
    ]
    return handed(None, Listing(_("规定"), _HEADS, rows), kind, "")
