"""The ledger's lists to take away: one subject's facts, what runs out, what disagrees. Numbers are masked as on the page."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import in_source, later
from qingzhuang.match.wording.element import element
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.mine import Found, of_my_village
from qingzhuang.web.ledger.shown import name_of, source_words, tail_of, value_words
from qingzhuang.web.ledger.views import page_of, thing_of
from qingzhuang.web.listing import Listing, handed

_FACTS = (later("项目"), later("现在记的"), later("哪里来的"), later("哪天的"), later("用到"))
_DUE = (
    later("名称"),
    later("尾号"),
    later("项目"),
    later("现在记的"),
    later("哪里来的"),
    later("哪天的"),
    later("用到"),
)
_ODD = (later("名称"), later("尾号"), later("项目"), later("一种说法"), later("哪里来的"), later("哪天的"))


@serves(Role.POST)
@require_safe
@of_my_village
@in_source()
def facts_list(request: HttpRequest, seat: Seat, found: Found, kind: str) -> HttpResponseBase:
    """What is known of one subject."""
    page = page_of(found)
    rows = [(each.name, each.value, each.source, each.on, each.until) for each in page.lines]
    return handed(seat, Listing(page.name, _FACTS, rows), kind, f"{thing_of(found)} list")


@serves(Role.POST)
@require_safe
@in_source()
def due_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """What has run out or soon will."""
    rows = [
        (
            name_of(each.subject),
            tail_of(each.subject),
            element(each.element).name,
            value_words(each.fact.value, each.subject, each.element),
            source_words(each.fact),
            f"{each.fact.as_of}",
            f"{each.fact.valid_until}",
        )
        for each in directory_of(seat.unit, clock.today()).due
    ]
    return handed(seat, Listing(_("要核的记录"), _DUE, rows), kind, "ledger due list")


@serves(Role.POST)
@require_safe
@in_source()
def odd_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """What disagrees, a line for each value."""
    rows = [
        (
            name_of(each.subject),
            tail_of(each.subject),
            element(each.element).name,
            value_words(fact.value, each.subject, each.element),
            source_words(fact),
            f"{fact.as_of}",
        )
        for each in directory_of(seat.unit, clock.today()).doubts
        for fact in each.rivals
    ]
    return handed(seat, Listing(_("说法不一致的"), _ODD, rows), kind, "ledger odd list")
