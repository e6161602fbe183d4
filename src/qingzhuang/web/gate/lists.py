"""The gate's lists to take away: an office's demands, what a draft asks and what was found in it, who has answered; what
waits for admission."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import handed_over, waiting
from qingzhuang.store.gate.screenings import screening_of
from qingzhuang.store.organisation.units import above
from qingzhuang.store.tasks.demands import demands, tasks
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import own, page_of
from qingzhuang.web.gate.columns import name_of
from qingzhuang.web.gate.follow_page import follow_page
from qingzhuang.web.gate.page import tag_of
from qingzhuang.web.listing import Listing, handed
from qingzhuang.web.words import duration

_DEMANDS = (
    later("表"),
    later("哪家发的"),
    later("到哪一步"),
    later("准入编号"),
    later("管到"),
    later("栏数"),
    later("已有"),
    later("要看"),
    later("一村一年"),
    later("发给"),
    later("已交"),
)
_ITEMS = (
    later("栏"),
    later("单位"),
    later("要不要问"),
    later("每村几格"),
    later("还缺几格"),
    later("在哪里"),
    later("哪天的"),
)
_FINDS = (
    later("规定"),
    later("编号"),
    later("怎么看"),
    later("说明"),
    later("条文"),
    later("怎么改"),
    later("在哪里"),
)
_POSTS = (later("乡镇"), later("村（社区）"), later("回了什么"), later("理由"), later("哪天"))
_STANDINGS = {
    "asked": later("要问"),
    "partly": later("只问缺的"),
    "unread": later("没有读懂，先按要问算"),
    "known": later("台账里有"),
    "derived": later("自己算出来"),
    "repeated": later("别的表问过"),
    "silent": later("不用问"),
}
_SENT = (Stage.ADMITTED, Stage.UNADMITTED, Stage.ENDED)


@serves(Role.ISSUER)
@require_safe
def gate_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """What this office has brought."""
    mine = [each for each in demands(issuer=seat.unit) if each.issuer.number == seat.unit.number]
    title = _("{whose}的表").format(whose=seat.unit.name)
    return handed(seat, Listing(title, _DEMANDS, _rows(mine)), kind, "gate list")


@serves(Role.OVERSEER)
@require_safe
def waiting_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """What waits, and what was admitted."""
    rows = _rows([*waiting(), *demands(Stage.ADMITTED)])
    return handed(seat, Listing(_("准入的表"), _DEMANDS, rows), kind, "waiting list")


@serves(Role.ISSUER)
@require_safe
def items_list(request: HttpRequest, seat: Seat, number: int, kind: str) -> HttpResponseBase:
    """What a draft asks."""
    sent = own(seat, number)
    found = screening_of(number)
    rows = [
        (
            name_of(each),
            each.unit,
            _STANDINGS[each.standing.value],
            str(each.cells),
            str(each.open),
            each.source,
            f"{each.since}" if each.since else "",
        )
        for each in (found.columns if found else ())
    ]
    title = _("{title}（各栏）").format(title=sent.title)
    return handed(seat, Listing(title, _ITEMS, rows), kind, f"demand {number} items")


@serves(Role.ISSUER)
@require_safe
def finds_list(request: HttpRequest, seat: Seat, number: int, kind: str) -> HttpResponseBase:
    """What was found in a draft."""
    sent = own(seat, number)
    rows = [
        (
            each.title,
            each.code,
            each.tag,
            each.message,
            f"{each.law.article}" if each.law else "",
            "；".join(each.rewrites),
            "；".join(each.places),
        )
        for each in page_of(sent, clock.today()).finds
    ]
    title = _("{title}（查到的）").format(title=sent.title)
    return handed(seat, Listing(title, _FINDS, rows), kind, f"demand {number} findings")


@serves(Role.ISSUER)
@require_safe
def posts_list(request: HttpRequest, seat: Seat, number: int, kind: str) -> HttpResponseBase:
    """Who has answered, in the order of the directory."""
    sent = own(seat, number, *_SENT)
    asked = tasks(demand_number=number)
    page = follow_page(sent, asked, above(each.unit for each in asked), clock.now())
    rows = [
        (town.name, each.task.unit.name, each.said, each.reason, each.at)
        for town in page.towns
        for each in town.posts
    ]
    title = _("{title}（各村）").format(title=sent.title)
    return handed(seat, Listing(title, _POSTS, rows), kind, f"demand {number} posts")


def _rows(found: Sequence[Sent]) -> list[tuple[str, ...]]:
    asked = handed_over(each.number for each in found)
    return [_row(each, asked) for each in found]


def _row(sent: Sent, asked: Mapping[int, tuple[int, int]]) -> tuple[str, ...]:
    given, posts = asked.get(sent.number, (0, 0))
    return (
        sent.title,
        sent.issuer.name,
        tag_of(sent, clock.today())[0],
        sent.mark,
        f"{sent.expires_on}" if sent.expires_on else "",
        str(sent.columns),
        str(sent.known),
        str(sent.findings),
        duration(sent.before),
        str(posts),
        str(given),
    )
