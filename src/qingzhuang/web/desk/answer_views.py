"""Views of a task's questions: the page, one field as typed, all of them by one button."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.asking import Spot, fields
from qingzhuang.store import clock
from qingzhuang.store.tasks.counting import keep_counts, wanted_by
from qingzhuang.store.tasks.demands import require_live, tasks
from qingzhuang.store.tasks.planning import desk_of, plan_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.desk.answer_page import AnswerPage, Asked, answer_page, part_of, still_to_come
from qingzhuang.web.desk.entries import entries, settle, unheard
from qingzhuang.web.desk.mine import of_my_unit
from qingzhuang.web.desk.said import Said
from qingzhuang.web.desk.spots import tokens
from qingzhuang.web.desk.trouble import in_words, page_too_old, remark, trouble
from qingzhuang.web.desk.whom import whom
from qingzhuang.web.kept import keep_name
from qingzhuang.web.scripts import own_scripts


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@of_my_unit
@in_words
@own_scripts
def answer(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Ask, and record what is answered."""
    if request.method != "POST":
        page = _page(request, task, {}, ())
        leave(Step(seat.holder, Act.LOOKED, f"task {task.number}", seat.number), clock.now())
        return _shown(request, seat, page)
    require_live(task.number)
    if unheard(task.number, request.POST.dict()):
        return trouble(request, task, page_too_old(task))
    said, spots = _record(request, seat, task)
    if request.headers.get("HX-Request"):
        return _beside(request, task, said)
    if any(each.stopped for each in said.values()):
        return _shown(request, seat, _page(request, task, said, spots), 422)
    name = "hand" if request.POST.get("then") == "hand" else "answer"
    return HttpResponseRedirect(
        _back(request, reverse(name, args=[task.number])), status=307 if name == "hand" else 302
    )


def _shown(request: HttpRequest, seat: Seat, page: AnswerPage, status: int = 200) -> HttpResponse:
    return render(request, "desk/answer.html", {"page": page, "keep": keep_name(seat)}, status=status)


def _record(request: HttpRequest, seat: Seat, task: Task) -> tuple[dict[str, Said], Sequence[Spot]]:
    now = clock.now()
    sent = tuple(entries(task.number, request.POST.dict()))
    said = {each.id: settle(each, task, seat, now) for each in sent}
    written = [each.spot for each in sent if said[each.id].kind in ("saved", "cleared")]
    if written:
        elements = " ".join(dict.fromkeys(each.key for each in written))
        detail = f"{len(written)}: {elements}"
        leave(Step(seat.holder, Act.ANSWERED, f"task {task.number}", seat.number, detail=detail[:2000]), now)
    return said, [each.spot for each in sent if said[each.id].stopped]


def _beside(request: HttpRequest, task: Task, said: Mapping[str, Said]) -> HttpResponse:
    """What htmx puts beside the one field that was sent; the number of blanks goes until they are counted again."""
    first = next(iter(said.values()), None)
    written = first is not None and first.kind in ("saved", "cleared")
    shown = {"said": first, "counting": written and not task.receipt}
    response = render(request, "desk/said.html", shown)
    if written:
        response["HX-Trigger"] = "qz-saved"
    return response


def _back(request: HttpRequest, address: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


def _page(request: HttpRequest, task: Task, said: Mapping[str, Said], busy: Sequence[Spot]) -> AnswerPage:
    now = clock.now()
    day = now.date()
    seen, desk = desk_of(task.unit, day)
    plan = plan_of(task, day)
    if (task.cells, task.filled) != (plan.cells, plan.filled) and task.said is Answer.OPEN:
        keep_counts(task, plan, now, task.planned)
    deadline = task.demand.deadline.astimezone(clock.CHINA).date() if task.demand.deadline else None
    found = fields(plan, desk, task.unit.name, deadline, busy)
    sought = request.GET.get("q", "")[:60].replace("\0", "")
    shown, part, parts = part_of(found, sought, _number(request.GET.get("p", "")))
    others = [
        each
        for each in tasks(task.unit, live_on=day)
        if each.said is Answer.OPEN and each.number != task.number
    ]
    asked = Asked(
        shown,
        tokens(task.number, shown),
        seen,
        wanted_by(others, [(each.spot.subject, each.spot.asks) for each in shown], now),
        said,
        part,
        parts,
        sought,
        len(plan.questions),
        whom(task, desk, request.GET.get("who", "")[:60].replace("\0", "")),
        asks_only=any(each.form.kind is FileKind.XLSFORM for each in plan.plans),
    )
    doubts = [remark(problem) for made in plan.plans for problem in made.problems]
    doubts += [still_to_come(each.day) for each in plan.later if each.day is not None]
    return answer_page(task, (plan.cells, plan.filled), asked, now, list(dict.fromkeys(doubts)))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
