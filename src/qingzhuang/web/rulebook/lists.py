"""The rules as a list to take away."""

from gettext import gettext as _

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.web.access import public
from qingzhuang.web.listing import Listing, handed
from qingzhuang.web.rulebook.page import rules_page

_HEADS = (_("文件"), _("哪里的"), _("编号"), _("规定"), _("条文"), _("怎么看"), _("从哪天起"))


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
