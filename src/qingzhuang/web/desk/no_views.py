"""Saying no, and thinking again."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qingzhuang.language import in_source
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.tasks.demands import answer, tasks
from qingzhuang.store.tasks.reported import covering
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.desk.forms import ReasonForm
from qingzhuang.web.desk.mine import of_my_unit
from qingzhuang.web.desk.no_page import no_page
from qingzhuang.web.desk.page import told_words
from qingzhuang.web.desk.trouble import in_words

_NO = {each.value: each for each in (Answer.NOT_OURS, Answer.REPORTED, Answer.DID_NOT_HAPPEN)}


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
@of_my_unit
@in_words
def say_no(request: HttpRequest, seat: Seat, task: Task, said: str) -> HttpResponse:
    """Ask for a reason, which may stay empty, and note the answer."""
    word, now = _NO.get(said), clock.now()
    if word is None:
        raise Http404
    handed = covering(task, _handed(seat)) if word is Answer.REPORTED else []
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["earlier"]
        earlier = next((each.task for each in handed if each.task.number == chosen), None)
        with in_source():
            told = told_words(earlier, now) if earlier else ""
        reason = "；".join(each for each in (told, form.cleaned_data["reason"]) if each)
        return _note(seat, task, word, reason, letter=form.cleaned_data["letter"])
    wrong = " ".join(str(message) for messages in form.errors.values() for message in messages)
    written = request.POST.get("reason", "")[:4000].replace("\0", "")
    return render(
        request,
        "desk/no.html",
        {"page": no_page(task, word, handed, now, written, wrong)},
        status=_status(wrong),
    )


def _status(wrong: str) -> int:
    return 422 if wrong else 200


def _handed(seat: Seat) -> list[Task]:
    found = [each for each in tasks(seat.unit) if each.said is Answer.HANDED and each.answered_at]
    return sorted(found, key=lambda each: str(each.answered_at), reverse=True)


def _note(seat: Seat, task: Task, word: Answer, reason: str, *, letter: bool) -> HttpResponse:
    now = clock.now()
    answer(task.number, word, now, reason=reason)
    leave(
        Step(seat.holder, Act.SAID_NO, f"task {task.number}", seat.number, detail=f"{word.value} {reason}"),
        now,
    )
    return HttpResponseRedirect(reverse("letter", args=[task.number]) if letter else reverse("desk"))


@serves(Role.POST)
@require_POST
@of_my_unit
@in_words
def think_again(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Put a demand back on the desk; what was said stays on the trail."""
    now = clock.now()
    answer(task.number, Answer.OPEN, now)
    leave(Step(seat.holder, Act.ANSWERED, f"task {task.number}", seat.number, detail=Answer.OPEN.value), now)
    back = reverse("answer", args=[task.number]) if request.POST.get("to") == "answer" else reverse("desk")
    return HttpResponseRedirect(back)
