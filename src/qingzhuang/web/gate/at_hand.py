"""What the gate's views share: the issuer's own demand or nothing, the draft's page, a step on the trail, a download."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from qingzhuang.intake.doubting import CloseCall
from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Provision
from qingzhuang.match.grouping.repeats import Twice
from qingzhuang.model.organisation import Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Sent, Stage
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.rewording import reword
from qingzhuang.privacy.shown import plain
from qingzhuang.store import clock
from qingzhuang.store.blobs import ChangedError, fetch
from qingzhuang.store.gate.acts import asks_only, handed_over, posts_of
from qingzhuang.store.gate.screenings import reasons_of, screening_of
from qingzhuang.store.gate.teaching import doubts_in, lessons_of
from qingzhuang.store.pairs.reviewing import rulings_now
from qingzhuang.store.tasks.demands import demand
from qingzhuang.store.tasks.planning import understood_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.gate.draft_page import DraftPage, draft_page
from qingzhuang.web.gate.twice_page import TwiceCard, twice_cards

P = ParamSpec("P")
_BROKEN = frozenset(("QZ-R001", "QZ-R002", "QZ-R004", "QZ-R005", "QZ-R006", "QZ-R030", "QZ-R051"))
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "zip": "application/zip",
}


def own(seat: Seat, number: int, *stages: Stage) -> Sent:
    """Return a demand of the seat's own unit, at one of these stages (none given: any). Raises Http404."""
    found = demand(number)
    if found is None or found.issuer.number != seat.unit.number or (stages and found.stage not in stages):
        raise Http404
    return found


def provisions() -> dict[str, Provision]:
    """Every provision that a rule judges, by code."""
    return {code: each.provision for code, each in encoded().items()}


def page_of(sent: Sent, today: date) -> DraftPage:
    """Lay out a demand's draft, for the posts that it goes to or may go to."""
    asked = handed_over([sent.number]).get(sent.number, (0, 0))[1]
    posts = asked or len(posts_of(sent.issuer))
    return draft_page(
        sent,
        screening_of(sent.number),
        posts,
        provisions(),
        reasons_of(sent.number),
        today,
        plain_text=_is_plain(sent.file, sent.blob),
        doubts=_doubts(sent) if sent.stage in (Stage.DRAFT, Stage.RETURNED) else (),
        asks_only=asks_only(sent),
        twice=_twice(sent) if sent.stage is not Stage.ENDED else (),
    )


def _twice(sent: Sent) -> tuple[TwiceCard, ...]:
    found = asked_twice(sent)
    return twice_cards(found, rulings_now()) if found else ()


def asked_twice(sent: Sent) -> tuple[Twice, ...]:
    """What a demand's form seems to ask twice; nothing where it has none that can be read."""
    try:
        return understood_of(sent.file, sent.blob).twice
    except (ProblemError, OSError, ChangedError):
        return ()


def _doubts(sent: Sent) -> tuple[CloseCall, ...]:
    return doubts_in(sent.file, sent.blob, lessons_of(sent.issuer))


@lru_cache(maxsize=512)
def _is_plain(file: str, blob: str) -> bool:
    """Tell whether a draft is paragraphs alone, in a format that can be written anew."""
    if not file.lower().endswith((".docx", ".txt")):
        return False
    try:
        return not reword(file, fetch(blob), ()).tables
    except (ProblemError, OSError):
        return False


def readable_here(problem: Problem) -> Problem:
    """A file that is neither document nor text is told what the gate can read, which is more than a notice; who brings a
    broken one is the issuer, who has nobody to ask for the original."""
    if problem.code in _BROKEN:
        return replace(problem, cure=_("请换一份能打开的文件。"))
    if problem.code == "QZ-R003":
        return replace(problem, cure=_("请用密码打开后，另存一份不带密码的。"))
    if problem.code != "QZ-R046":
        return problem
    return replace(
        problem,
        message=_("这份文件读不了：不是表格、文档，也不是文字。"),
        cure=_("能读的有 .xlsx .xls .et .docx .doc .pdf .txt。"),
    )


def note(seat: Seat, act: Act, sent: Sent, detail: str = "") -> None:
    """Leave a step on the trail."""
    leave(step_of(seat, act, sent, detail), clock.now())


def step_of(seat: Seat, act: Act, sent: Sent, detail: str = "") -> Step:
    """Return the step of an act about a demand."""
    thing = f"{sent.title}（{sent.mark or sent.number}）"
    return Step(seat.holder, act, thing, seat.number, purpose=sent.purpose, detail=detail)


def tells(
    view: Callable[Concatenate[HttpRequest, Seat, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Say in words when somebody else was first and the demand has gone on meanwhile."""

    @wraps(view)
    def told(request: HttpRequest, seat: Seat, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, seat, *args, **kwargs)
        except ProblemError as error:
            return render(request, "gate/moved.html", {"problem": error.problem}, status=409)

    return told


def download(name: str, content: bytes) -> HttpResponse:
    """Hand a file over under its name."""
    kind = KINDS.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=plain(name)) or ""
    )
    return response
