"""现在称: the cut list over all demands in force, weighed beside the page and kept as it came out."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext, override

from qingzhuang.language import spoken_by
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import About, Job, State, Step, ask, handles, latest
from qingzhuang.store.board.cutting import asked_digest, cut_list
from qingzhuang.store.board.shares import summed
from qingzhuang.web.board.cut import CutPage, CutRow, cut_page

KIND = "cut"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The last cut list that came out (`page`, None before the first) and when; `job` is the weighing that is under way or
    failed, None when the list is of what is in force now."""

    page: CutPage | None
    at: datetime | None
    job: Job | None


def cut_of(below: str, at: datetime) -> Weighed:
    """Return the cut list below a path; one that is no longer of what is in force is weighed anew beside the page."""
    if not settings.WORKER:
        return Weighed(cut_page(cut_list(summed(below).shares, at.date())), None, None)
    about = _about(below)
    last = latest(KIND, about, State.DONE)
    now = asked_digest(summed(below).shares, at.date())
    if last is not None and last.result["of"] == now:
        return Weighed(_page(last.result["page"]), last.ended_at, None)
    tried = latest(KIND, about)
    failed = tried is not None and tried.state is State.FAILED
    job = tried if failed else ask(KIND, about, at)
    return Weighed(_page(last.result["page"]) if last else None, last.ended_at if last else None, job)


def _about(below: str) -> About:
    """What is weighed, and for whom it is put in words: a list is kept as it reads."""
    language = get_language()
    return {"below": below} | ({} if language == settings.LANGUAGE_CODE else {"language": language})


@handles(KIND)
def _weigh(about: About, step: Step) -> dict[str, Any]:
    day: date = clock.today()
    shares = summed(about["below"]).shares
    of = asked_digest(shares, day)
    with (
        override(about.get("language", settings.LANGUAGE_CODE)),
        spoken_by(gettext),
    ):  # jobs speak Chinese else
        return {"of": of, "page": asdict(_said(cut_page(cut_list(shares, day, step))))}


def _said(page: CutPage) -> CutPage:
    """The page with its words as they are said now."""
    return replace(page, rows=tuple(replace(each, kind=str(each.kind)) for each in page.rows))


def _page(kept: dict[str, Any]) -> CutPage:
    rows = tuple(CutRow(**each) for each in kept["rows"])
    unread = tuple(Problem(**{**each, "severity": Severity(each["severity"])}) for each in kept["unread"])
    return CutPage(**{**kept, "rows": rows, "unread": unread})
