"""The year's questions over all posts below a path: put together beside the page from what each post's own reckoning kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Sum

from qingzhuang.answer.year.certificate import as_tree
from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.work import Stage
from qingzhuang.pipeline.post_year import PostYear
from qingzhuang.pipeline.year_overview import year_overview
from qingzhuang.privacy.small import Group, Safe, smallest
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import About, Job, State, Step, ask, handles, latest, waiting
from qingzhuang.store.beside.packed import packed, unpacked
from qingzhuang.store.models import DemandRow, TaskRow, UnitRow
from qingzhuang.store.tasks.year_ahead import KIND as POST_KIND
from qingzhuang.store.tasks.year_ahead import ask_year, good_year

KIND = "year_board"
_LOOK_AGAIN = timedelta(minutes=10)
_LIVE = (Stage.ADMITTED.value, Stage.UNADMITTED.value)


@dataclass(frozen=True, slots=True)
class Form:
    """A demand that stands in the table of forms."""

    title: str
    issuer: str
    times_per_year: float


@dataclass(frozen=True, slots=True)
class Put:
    """What was put together last: of `of` posts `posts` (`failed` could not be reckoned). Figures as in `YearOverview`;
    `left_out` questions are not in the certificate."""

    days: tuple[date, date]
    least: int
    posts: int
    of: int
    failed: int
    months: tuple[str, ...]
    whole: tuple[float, ...]
    kinds: Safe
    forms: Safe
    left_out: int
    hidden: bool

    @property
    def complete(self) -> bool:
        """Whether every post that can be reckoned is in it."""
        return self.posts + self.failed >= self.of


@dataclass(frozen=True, slots=True)
class AtHand:
    """What can be told before anything is reckoned: how many posts, how many forms in force, how many sheets in a year (one a form,
    a post and a time)."""

    posts: int
    forms: int
    sheets: float


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What there is (None before the first), what is under way, how many posts wait; `works` is False where nobody works beside
    the pages. `at_hand` before the first, where enough posts stand behind it."""

    put: Put | None
    job: Job | None
    waiting: int
    works: bool = True
    at_hand: AtHand | None = None


def year_below(below: str, at: datetime) -> Reckoned:
    """Return the year's questions below a path; what is old or not whole is put together anew beside the page."""
    if not settings.WORKER:
        return Reckoned(None, None, 0, works=False)
    about = {"below": below}
    last = latest(KIND, about, State.DONE)
    put = _put(last)
    if last is not None and _stands(last, put, at):
        return Reckoned(put, None, 0)
    tried = latest(KIND, about)
    failed = tried is not None and tried.state is State.FAILED
    job = tried if failed else ask(KIND, about, at)
    return Reckoned(put, job, waiting(POST_KIND), at_hand=None if put else _at_hand(below, at.date()))


def _at_hand(below: str, day: date) -> AtHand | None:
    live = TaskRow.objects.filter(unit__path__startswith=below, demand__stage__in=_LIVE)
    sums = live.exclude(demand__expires_on__lt=day).aggregate(
        posts=Count("unit", distinct=True),
        forms=Count("demand", distinct=True),
        sheets=Sum("demand__times_per_year"),
    )
    return AtHand(**sums) if sums["posts"] >= smallest(day) else None


def _stands(last: Job, put: Put | None, at: datetime) -> bool:
    """What is whole stands for the day; where there was nothing to reckon, one looks again in a while."""
    if last.ended_at is None:
        return False
    if put is not None:
        same_day = last.ended_at.astimezone(at.tzinfo).date() == at.date()
        return put.complete and same_day
    nothing = last.result["of"] == last.result["failed"]
    return nothing and at - last.ended_at < _LOOK_AGAIN


def certificate_below(below: str) -> dict[str, Any] | None:
    """Return the certificate that goes with what was put together last."""
    last = latest(KIND, {"below": below}, State.DONE)
    if last is None or not last.result or last.result["hidden"] or not last.result["posts"]:
        return None
    found: dict[str, Any] = unpacked(last.result["proof"])
    return found


def forms_of(numbers: Sequence[int]) -> Mapping[int, Form]:
    """What demands are called, who asks, how often."""
    rows = DemandRow.objects.select_related("issuer").only("title", "times_per_year", "issuer__name")
    return {
        number: Form(row.title, row.issuer.name, row.times_per_year)
        for number, row in rows.in_bulk(numbers).items()
    }


@handles(KIND)
def _together(about: About, step: Step) -> dict[str, Any]:
    """Put together what is there, and have the others reckoned."""
    now = clock.now()
    posts = _posts(about["below"])
    there: list[tuple[UnitKind, PostYear]] = []
    failed = 0
    for done, (number, kind) in enumerate(posts):
        step(done, len(posts))
        found = good_year(number, now.date())
        if found is not None:
            there.append((kind, found))
        elif not ask_year(number, now):
            failed += 1
    return _tree(there, len(posts), failed, now.date())


def _posts(below: str) -> Sequence[tuple[int, UnitKind]]:
    """Posts that something in force is asked of."""
    asked = TaskRow.objects.filter(unit__path__startswith=below, demand__stage__in=_LIVE)
    units = UnitRow.objects.filter(pk__in=asked.values("unit")).order_by("path")
    return [(number, UnitKind(kind)) for number, kind in units.values_list("pk", "kind")]


def _tree(there: Sequence[tuple[UnitKind, PostYear]], of: int, failed: int, day: date) -> dict[str, Any]:
    if not there:
        return {"posts": 0, "of": of, "failed": failed, "hidden": False}
    seen = year_overview(there, smallest(day))
    return {
        "days": [each.isoformat() for each in seen.days],
        "least": seen.least,
        "posts": seen.posts,
        "of": of,
        "failed": failed,
        "months": seen.months,
        "whole": seen.whole,
        "kinds": asdict(seen.kinds),
        "forms": asdict(seen.forms),
        "left_out": seen.proof.left_out,
        "hidden": seen.hidden,
        "proof": packed(as_tree(seen.proof.proofs)),
    }


def _put(job: Job | None) -> Put | None:
    kept = job.result if job is not None else None
    if not kept or not kept["posts"]:
        return None
    first, last = map(date.fromisoformat, kept["days"])
    same = {name: kept[name] for name in ("least", "posts", "of", "failed", "left_out", "hidden")}
    return Put(
        days=(first, last),
        months=tuple(kept["months"]),
        whole=tuple(kept["whole"]),
        kinds=_safe(kept["kinds"]),
        forms=_safe(kept["forms"]),
        **same,
    )


def _safe(kept: Mapping[str, Any]) -> Safe:
    rest = kept["rest"]
    return Safe(
        tuple(map(_group, kept["groups"])),
        _group(rest) if rest else None,
        tuple(kept["joined"]),
        kept["hidden"],
    )


def _group(kept: Mapping[str, Any]) -> Group:
    return Group(kept["name"], kept["size"], tuple(kept["figures"]))
