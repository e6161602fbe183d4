"""Views of an issuer before sending: bring a draft, see what is in it, take a shorter one, apply."""

import re
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qingzhuang.letters.form import form_xlsx
from qingzhuang.letters.notice import notice_docx, notice_text
from qingzhuang.model.organisation import Role, Seat, Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent, Stage
from qingzhuang.pipeline.as_sheet import as_sheet
from qingzhuang.pipeline.rewording import reword, spans_of
from qingzhuang.pipeline.shorter import shorter
from qingzhuang.store import clock
from qingzhuang.store.beside.errands import slow
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.acts import (
    apply,
    asks_only,
    bring_again,
    bring_draft,
    discard,
    handed_over,
    posts_of,
    withdraw,
)
from qingzhuang.store.gate.editions import edition_of
from qingzhuang.store.gate.screenings import findings_of, screening_of
from qingzhuang.store.organisation.units import above
from qingzhuang.store.tasks.demands import demands, reach, tasks
from qingzhuang.store.tasks.planning import form_of
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.apply_page import apply_page
from qingzhuang.web.gate.at_hand import download, note, own, page_of, readable_here, tells
from qingzhuang.web.gate.edition_words import edition_words
from qingzhuang.web.gate.forms import Apply, Upload, nearest_times, taken
from qingzhuang.web.gate.marks import Find
from qingzhuang.web.gate.page import gate_page
from qingzhuang.web.gate.reading import read_beside
from qingzhuang.web.scripts import own_scripts

_UNSENT = (Stage.DRAFT, Stage.RETURNED, Stage.UNADMITTED)


@serves(Role.ISSUER)
@require_http_methods(["GET", "HEAD", "POST"])
@own_scripts
def gate(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Drop a draft; what this office has brought so far."""
    form, problem = Upload(None), None
    if request.method == "POST":
        form = taken(request)
        if form.is_valid():
            try:
                return _bring(seat, form)
            except ProblemError as error:
                problem = readable_here(error.problem)
    mine = [each for each in demands(issuer=seat.unit) if each.issuer.number == seat.unit.number]
    page = gate_page(mine, handed_over(each.number for each in mine), len(posts_of(seat.unit)), clock.today())
    shown = {"page": page, "form": form, "problem": problem}
    return render(request, "gate/gate.html", shown, status=400 if request.method == "POST" else 200)


def _bring(seat: Seat, form: Upload) -> HttpResponse:
    file, content = form.file()
    if slow(file, content):
        return read_beside(seat, file, content)
    sent = bring_draft(seat.unit, file, content, clock.now())
    note(seat, Act.DRAFTED, sent)
    return HttpResponseRedirect(reverse("draft", args=[sent.number]))


@serves(Role.ISSUER)
@require_safe
@own_scripts
def draft(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """What is in a draft."""
    sent = own(seat, number)
    page, edition = page_of(sent, clock.today()), edition_words(edition_of(sent))
    settled = re.findall(r"\d{1,3}", request.GET.get("settled", "")[:200], re.ASCII)
    shown = {"page": page, "form": Upload(None), "taken": request.GET.get("taken", ""), "settled": settled}
    return render(request, "gate/draft.html", shown | {"edition": edition})


@serves(Role.ISSUER)
@require_POST
@own_scripts
@tells
def again(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Put a changed draft in its place."""
    sent, form, problem = own(seat, number, Stage.DRAFT, Stage.RETURNED), taken(request), None
    if form.is_valid():
        file, content = form.file()
        if slow(file, content):
            return read_beside(seat, file, content, number)
        try:
            bring_again(sent, file, content, clock.now())
            note(seat, Act.DRAFTED, sent, "again")
            return HttpResponseRedirect(reverse("draft", args=[number]))
        except ProblemError as error:
            problem = readable_here(error.problem)
    shown = {"page": page_of(sent, clock.today()), "form": form, "problem": problem}
    return render(request, "gate/draft.html", shown, status=400)


@serves(Role.ISSUER)
@require_safe
def shorter_form(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """The shorter form, as a spreadsheet."""
    sent = own(seat, number)
    content = _shorter(sent)
    note(seat, Act.FETCHED, sent, "shorter")
    return download(f"{sent.title}（短表）.xlsx", content)


@serves(Role.ISSUER)
@require_POST
@tells
def take_shorter(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Put the shorter form in the draft's place."""
    sent = own(seat, number, Stage.DRAFT, Stage.RETURNED)
    bring_again(sent, f"{sent.title}.xlsx", _shorter(sent), clock.now())
    note(seat, Act.DRAFTED, sent, "shorter")
    return HttpResponseRedirect(reverse("draft", args=[number]) + "?taken=short")


@serves(Role.ISSUER)
@require_POST
@tells
def take_sheet(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Put a spreadsheet that asks the same in the place of a draft without cells for answers."""
    sent = own(seat, number, Stage.DRAFT, Stage.RETURNED)
    if not asks_only(sent):
        raise Http404
    bring_again(sent, f"{sent.title}.xlsx", form_xlsx(as_sheet(form_of(sent.file, sent.blob))), clock.now())
    note(seat, Act.DRAFTED, sent, "sheet")
    return HttpResponseRedirect(reverse("draft", args=[number]) + "?taken=sheet")


def _shorter(sent: Sent) -> bytes:
    """Raises Http404 where there is no shorter form."""
    found = screening_of(sent.number)
    short = shorter(form_of(sent.file, sent.blob), found) if found else None
    if short is None:
        raise Http404
    return form_xlsx(short)


@serves(Role.ISSUER)
@require_safe
def reworded(request: HttpRequest, seat: Seat, number: int, kind: str) -> HttpResponse:
    """The notice asked lawfully, as Word or text."""
    sent = own(seat, number)
    makers = {"docx": notice_docx, "txt": notice_text}
    if kind not in makers:
        raise Http404
    try:
        content = makers[kind](reword(sent.file, fetch(sent.blob), spans_of(findings_of(number))))
    except ProblemError as error:
        raise Http404 from error
    note(seat, Act.FETCHED, sent, "reworded")
    return download(f"{sent.title}（改后）.{kind}", content)


@serves(Role.ISSUER)
@require_http_methods(["GET", "HEAD", "POST"])
@tells
def applying(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Ask for admission."""
    sent, now, posts = own(seat, number, *_UNSENT), clock.now(), posts_of(seat.unit)
    page, found = page_of(sent, now.date()), screening_of(number)
    finds, personal = [each for each in page.finds if each.to_change], bool(found and found.personal)
    codes = [each.code for each in finds]
    data = request.POST if request.method == "POST" else None
    form = Apply(
        data, posts, personal, codes, now.date(), None if data else _begun(number, posts, page.sent, finds)
    )
    if data and form.is_valid():
        note(seat, Act.SUBMITTED, apply(number, form.application(), now, form.reasons()))
        return HttpResponseRedirect(reverse("draft", args=[number]))
    shown = apply_page(sent, form, posts, above(posts), finds, personal=personal)
    answer = {"page": shown, "problems": page.problems}
    return render(request, "gate/apply.html", answer, status=400 if data else 200)


def _begun(number: int, posts: Sequence[Unit], sent: Sent, finds: Sequence[Find]) -> dict[str, object]:
    """How the form begins: what was said before, all posts ticked."""
    asked = [each.unit.number for each in tasks(demand_number=number)]
    reasons = {f"reason_{at}": each.reason for at, each in enumerate(finds, 1)}
    return {
        "purpose": sent.purpose,
        "basis": sent.basis,
        "personal_purpose": sent.personal_purpose,
        "times": nearest_times(sent.times_per_year),
        "deadline": sent.deadline.astimezone(clock.CHINA).date() if sent.deadline else None,
        "posts": asked or [each.number for each in posts],
        **reasons,
    }


@serves(Role.ISSUER)
@require_POST
@tells
def reached(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Note that a draft went to the posts without admission: they see it as such."""
    own(seat, number, Stage.DRAFT, Stage.RETURNED)
    note(seat, Act.REACHED, reach(number, posts_of(seat.unit), clock.now()))
    return HttpResponseRedirect(reverse("follow", args=[number]))


@serves(Role.ISSUER)
@require_POST
@tells
def withdrawing(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take an application back."""
    sent = own(seat, number, Stage.SUBMITTED)
    withdraw(number)
    note(seat, Act.WITHDRAWN, sent)
    return HttpResponseRedirect(reverse("draft", args=[number]))


@serves(Role.ISSUER)
@require_POST
@tells
def discarding(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Throw a draft away."""
    sent = own(seat, number, Stage.DRAFT, Stage.RETURNED)
    discard(number)
    note(seat, Act.DISCARDED, sent)
    return HttpResponseRedirect(reverse("gate"))
