"""Views of the letter: read it, take it away as a Word document."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.language import in_source
from qingzhuang.letters.document import as_docx
from qingzhuang.letters.plain import as_text
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.desk.letter import letter_of
from qingzhuang.web.desk.mine import of_my_unit
from qingzhuang.web.desk.trouble import in_words
from qingzhuang.web.sending import attached


@serves(Role.POST)
@require_safe
@of_my_unit
@in_words
def letter(request: HttpRequest, seat: Seat, task: Task) -> HttpResponse:
    """Show the letter."""
    with in_source():
        text = as_text(letter_of(task, clock.today()))
    return render(request, "desk/letter.html", {"task": task, "text": text})


@serves(Role.POST)
@require_safe
@of_my_unit
@in_words
def letter_file(request: HttpRequest, seat: Seat, task: Task) -> HttpResponseBase:
    """Hand the letter out."""
    with in_source():
        content = as_docx(letter_of(task, clock.today()))
    step = Step(seat.holder, Act.FETCHED, f"task {task.number}", seat.number, detail="letter")
    leave(step, clock.now())
    return attached(content, f"{task.demand.title}-商请函.docx")
