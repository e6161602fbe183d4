"""The record of a deletion, to be printed: who proposed, who agreed, what went in figures; never what it was."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store.clock import CHINA
from qingzhuang.store.rights.erasing import GROUNDS, Erasure, erasure
from qingzhuang.store.tasks.demands import demand
from qingzhuang.web.access import elsewhere, serves

_COUNTS = {
    "facts": later("台账里的 {n} 条值，连同对它们的更正和决定"),
    "files": later("交上来的成表 {n} 份"),
    "named": later("表里提到 {n} 人次的对照"),
    "told": later("告知了手里有表的单位，{n} 张表"),
    "kept": later("{n} 张还在用的表没有动：事情结束、保存期满了再删"),
}


@dataclass(frozen=True, slots=True)
class ErasedPage:
    """All that the template needs."""

    number: int
    what: str
    lines: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]


def erased_page(done: Erasure) -> ErasedPage:
    """Lay the record out."""
    kind, _space, which = done.thing.partition(" ")
    sent = demand(int(which)) if kind == "demand" else None
    what = (
        _("《{title}》收来的资料").format(title=sent.title)
        if sent
        else _("台账第 {which} 号的全部记录").format(which=which)
    )
    day = f"{done.settled_at.astimezone(CHINA):%Y-%m-%d %H:%M}" if done.settled_at else ""
    return ErasedPage(
        done.number,
        what,
        (
            (_("删了什么"), what),
            (_("为什么"), GROUNDS.get(done.ground, done.ground)),
            (_("哪个单位"), done.unit),
            (
                _("谁提的"),
                _("{who}，{when}").format(
                    who=done.asker, when=f"{done.asked_at.astimezone(CHINA):%Y-%m-%d %H:%M}"
                ),
            ),
            (_("谁点的头"), _("{who}，{when}").format(who=done.other, when=day)),
            (_("依据"), _("个人信息保护法第四十七条")),
        ),
        tuple(words.format(n=done.counts[key]) for key, words in _COUNTS.items() if done.counts.get(key)),
    )


@serves(Role.POST, Role.ISSUER, Role.OVERSEER)
@require_safe
@never_cache
def erased(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """One record, for those whose unit it was, those above, and whoever oversees."""
    done = erasure(number) if number < 2**63 else None
    if done is None or not done.agreed:
        raise Http404
    if not (done.path.startswith(seat.unit.path) or seat.role is Role.OVERSEER):
        return elsewhere(request, done.unit)
    return render(request, "erased.html", {"page": erased_page(done)})
