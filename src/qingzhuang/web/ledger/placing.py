"""Whom nobody can place: the clerk of a township says of which village they are."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.privacy.shown import plain
from qingzhuang.store import clock
from qingzhuang.store.ledger.keeping import assign
from qingzhuang.store.ledger.numbered import numbers, subject_numbered
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.due_page import PART
from qingzhuang.web.ledger.shown import KINDS, name_of, tail_of


@dataclass(frozen=True, slots=True)
class Stray:
    """One subject with the villages that it may be of: number and name."""

    number: int
    name: str
    kind: str
    tail: str
    said: str
    choices: tuple[tuple[int, str], ...]


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unplaced(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say of which village somebody is."""
    held, told = directory_of(seat.unit, clock.today()), ""
    if request.method == "POST":
        subject, village = (_number(request.POST.get(name, "")) for name in ("subject", "village"))
        who = subject_numbered(subject)
        if who is not None and who in held.unplaced and village in held.placing.possible(who):
            assign(held.placing, who, village, seat.unit, clock.now())
            step = Step(seat.holder, Act.SETTLED, f"subject {subject}", seat.number, detail=f"unit {village}")
            leave(step, clock.now())
            return HttpResponseRedirect(reverse("unplaced"))
        told = _("这一个刚才已经分好了，或者没有选村。")
    strays = _strays(held) if held.whole else ()
    shown = {"strays": strays, "count": len(held.unplaced), "whose": seat.unit.name, "told": told}
    return render(request, "ledger/unplaced.html", shown, status=409 if told else 200)


def _strays(held: Directory) -> tuple[Stray, ...]:
    shown = held.unplaced[:PART]
    known = numbers(set(shown))
    return tuple(_stray(held, each, known[each]) for each in shown if each in known)


def _stray(held: Directory, who: Subject, number: int) -> Stray:
    villages = held.placing.villages.by_number
    possible = sorted(held.placing.possible(who), key=list(villages).index)
    shared = {each: held.placing.villages.shared(each) for each in possible}
    choices = tuple((each, villages[each].full if shared[each] else villages[each].name) for each in possible)
    return Stray(
        number, name_of(who), KINDS[who.kind], tail_of(who), plain(held.placing.written(who)), choices
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
