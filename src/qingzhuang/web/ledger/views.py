"""Views of the ledger: find somebody, look at what is known, see numbers whole for a purpose."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.ledger.decided import decisions
from qingzhuang.store.ledger.keeping import put_off_of
from qingzhuang.store.ledger.numbered import numbers, subjects_numbered
from qingzhuang.store.ledger.queries import history
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.rights.erasing import wished_for
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.ledger.forms import Purpose
from qingzhuang.web.ledger.found_page import found_page, listed, part_of, sought_of
from qingzhuang.web.ledger.mine import Found, of_my_village
from qingzhuang.web.ledger.page import Known, SubjectPage, relatives, subject_page
from qingzhuang.web.ledger.shown import name_of


@serves(Role.POST)
@require_safe
@never_cache
def ledger(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Find somebody."""
    held = directory_of(seat.unit, clock.today())
    sought = sought_of(request.GET.dict())
    found = listed(held, sought)
    shown, _part, _parts = part_of(found, sought.part)
    page = found_page(held, seat.unit.name, sought, found, numbers(set(shown)))
    asked = wished_for()
    wishes = [
        (number, name_of(each))
        for number, each in zip(asked, subjects_numbered(asked), strict=False)
        if held.holds(each)
    ]
    return render(request, "ledger/ledger.html", {"page": page, "wishes": wishes})


@serves(Role.POST)
@require_safe
@never_cache
@of_my_village
def subject(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """What is known of one subject, numbers masked."""
    page = page_of(found)
    if page.personal:
        leave(Step(seat.holder, Act.LOOKED, thing_of(found), seat.number), clock.now())
    return render(request, "ledger/subject.html", {"page": page, "form": Purpose()})


@serves(Role.POST)
@require_POST
@never_cache
@of_my_village
def whole(request: HttpRequest, seat: Seat, found: Found) -> HttpResponse:
    """The same with whole numbers: on this page only, for a purpose that stays on the trail."""
    form = Purpose(request.POST)
    if not form.is_valid():
        return render(request, "ledger/subject.html", {"page": page_of(found), "form": form}, status=422)
    leave(Step(seat.holder, Act.UNMASKED, thing_of(found), seat.number, purpose=form.purpose), clock.now())
    page = page_of(found, purpose=form.purpose)
    return render(request, "ledger/subject.html", {"page": page, "form": form})


def page_of(found: Found, *, purpose: str = "", told: str = "") -> SubjectPage:
    """Lay out one subject."""
    home, members = relatives(found)
    around = {each for each in (home, *members) if each is not None}
    known = Known(
        history(found.subject), decisions(found.subject), numbers(around), put_off_of(found.subject)
    )
    return subject_page(found, known, purpose=purpose, told=told)


def known_now(found: Found, seat: Seat) -> Found:
    """Return the subject as the ledger knows it after a write."""
    return replace(found, directory=directory_of(seat.unit, clock.today()))


def thing_of(found: Found) -> str:
    """How the trail names a subject: by its number, never by what is known of it."""
    return f"subject {found.number}"
