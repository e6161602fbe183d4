"""填谁: naming those whom a card is filled for, from the village's own people and places."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from qingzhuang.answer.accept import accept
from qingzhuang.answer.select_title import PREMISES
from qingzhuang.answer.subjects import by_name_only
from qingzhuang.answer.values import Shape
from qingzhuang.language import gettext as _
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Task
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.asking import called
from qingzhuang.pipeline.whom import found, kinds_of_card, of_village
from qingzhuang.store import clock
from qingzhuang.store.ledger.numbered import numbers, subject_numbered, subjects_numbered
from qingzhuang.store.tasks.answering import note_about
from qingzhuang.store.tasks.demands import require_live
from qingzhuang.store.tasks.planning import desk_of, form_of, village_of
from qingzhuang.store.tasks.visits import begin_place
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.desk.mine import of_my_unit
from qingzhuang.web.desk.trouble import in_words

MOST_HITS, MOST_CARDS = 12, 60


@dataclass(frozen=True, slots=True)
class Somebody:
    """One subject by number: how it is called, and the end of its number, where it has one."""

    number: int
    name: str
    tail: str


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a card is filled for, and whom a search means; `sites`: it is about a place, `fresh` one that the ledger may not know."""

    sought: str
    chosen: tuple[Somebody, ...]
    hits: tuple[Somebody, ...]
    sites: bool = False
    fresh: str = ""


def whom(task: Task, desk: Desk, sought: str) -> Whom | None:
    """Return the choice for a card, None for a form that lists its subjects itself. Raises as `form_of` does."""
    kinds = kinds_of_card(form_of(task.demand.file, task.demand.blob))
    if not kinds:
        return None
    chosen = tuple(
        _somebody(number, each, called(each, desk))
        for number, each in zip(task.about, subjects_numbered(task.about), strict=False)
    )
    hits = found(desk, kinds, village_of(task.unit), sought, MOST_HITS)
    known = numbers(each for each, _name in hits)
    return Whom(
        sought,
        chosen,
        tuple(
            _somebody(known[each], each, name)
            for each, name in hits
            if each in known and known[each] not in task.about
        ),
        kinds == PREMISES,
        _fresh(task, kinds, sought, [name for _each, name in hits]),
    )


def _fresh(task: Task, kinds: Collection[SubjectKind], sought: str, names: Collection[str]) -> str:
    """A name that a village may put down as that of a place; nothing while the search means one that the ledger has."""
    name = "".join(sought.split())
    right = len(name) > 1 and not name.isdigit() and not accept(name, Shape(), clock.today()).wrong
    return name if kinds == PREMISES and village_of(task.unit) and right and not names else ""


def _somebody(number: int, subject: Subject, name: str) -> Somebody:
    home = subject.kind is SubjectKind.HOUSEHOLD and not name.endswith("户")
    tail = "" if by_name_only(subject) else subject.key[-4:]
    return Somebody(number, _("{name}户").format(name=name) if home else name, tail)


@serves(Role.POST)
@require_POST
@of_my_unit
@in_words
def about(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Name somebody, or no longer."""
    require_live(task.number)
    kept = tuple(each for each in task.about if str(each) != request.POST.get("drop"))
    wanted = request.POST.get("add", "")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else 0
    if not number and (name := _named_now(request, task)):
        number = begin_place(name, task.unit, clock.now())
    if number and number not in kept and len(kept) < MOST_CARDS and _may(task, number):
        kept = (*kept, number)
    note_about(task.number, kept)
    leave(Step(seat.holder, Act.LOOKED, f"task {task.number}", seat.number, detail="about"), clock.now())
    return HttpResponseRedirect(reverse("answer", args=[task.number]))


def _named_now(request: HttpRequest, task: Task) -> str:
    kinds = kinds_of_card(form_of(task.demand.file, task.demand.blob))
    return _fresh(task, kinds, request.POST.get("named", "")[:60], ())


def _may(task: Task, number: int) -> bool:
    """Only the village's own, and only of the kind that the card is about."""
    subject = subject_numbered(number)
    kinds = kinds_of_card(form_of(task.demand.file, task.demand.blob))
    if subject is None or subject.kind not in kinds:
        return False
    return of_village(subject, desk_of(task.unit, clock.today())[1], village_of(task.unit))
