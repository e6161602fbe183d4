"""What an office's own demands in force ask in a year: when each comes, of how many posts, and what other offices ask already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum

from qingzhuang.answer.year.due import rounds_left
from qingzhuang.model.gate import Column, Screening
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent, Stage
from qingzhuang.pipeline.columns import as_asked
from qingzhuang.pipeline.elsewhere import Elsewhere
from qingzhuang.privacy.small import smallest
from qingzhuang.store import clock
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.gate.acts import handed_over
from qingzhuang.store.gate.admitted import asked_by_others
from qingzhuang.store.gate.screenings import screenings_of
from qingzhuang.store.models import TaskRow
from qingzhuang.store.tasks.demands import demands
from qingzhuang.store.tasks.planning import form_of

_LIVE = (Stage.ADMITTED, Stage.UNADMITTED)


@dataclass(frozen=True, slots=True)
class Asking:
    """One demand in force. `columns` are those that ask for something besides whom a row is about, `shared` those of them that
    another office's demand in force asks of the same people too, `also` what those demands are called; `days` when it comes in
    the coming twelve months; `posts` how many it was sent to, `minutes` what it costs them all in a year, as it stands and asking
    only what nobody knows (0: never weighed, or by too few posts to tell)."""

    sent: Sent
    posts: int
    minutes: tuple[float, float]
    columns: tuple[Column, ...]
    shared: tuple[Column, ...]
    also: tuple[str, ...]
    days: tuple[date, ...]


def own_year(issuer: Unit, day: date) -> tuple[Asking, ...]:
    """Return what an office's own demands in force ask in the twelve months from a day, the latest sent first."""
    mine = [each for each in demands(*_LIVE, issuer=issuer) if _is_own(each, issuer, day)]
    numbers = [each.number for each in mine]
    sent_to, screened = handed_over(numbers), screenings_of(numbers)
    others = asked_by_others(issuer, day)
    weighed = _weighed(numbers, smallest(day))
    return tuple(
        _asking(each, sent_to, _columns(each, screened.get(each.number)), others, weighed, day)
        for each in mine
    )


def _columns(sent: Sent, found: Screening | None) -> tuple[Column, ...]:
    """As the gate read them; of a demand that came without it, as its form asks."""
    if found is not None:
        return found.facts
    try:
        return as_asked(form_of(sent.file, sent.blob))
    except (ProblemError, OSError, ChangedError):  # its own page says why
        return ()


def _weighed(numbers: Sequence[int], least: int) -> Mapping[int, tuple[float, float]]:
    """What a demand costs all its posts each time, as their desks weighed it; nothing where fewer than `least` did."""
    rows = TaskRow.objects.filter(demand__in=numbers, ledger__gte=0).values("demand")
    sums = rows.annotate(posts=Count("pk"), by_hand=Sum("before"), asked=Sum("after"))
    return {each["demand"]: (each["by_hand"], each["asked"]) for each in sums if each["posts"] >= least}


def _is_own(sent: Sent, issuer: Unit, day: date) -> bool:
    return sent.issuer.number == issuer.number and (sent.expires_on is None or sent.expires_on >= day)


def _asking(
    sent: Sent,
    sent_to: Mapping[int, tuple[int, int]],
    columns: tuple[Column, ...],
    others: Elsewhere,
    weighed: Mapping[int, tuple[float, float]],
    day: date,
) -> Asking:
    handed, posts = sent_to.get(sent.number, (0, 0))
    asks = tuple(each for each in columns if not each.names)
    brought = {each: others.bringing(each.asks) for each in asks if each.asks}
    deadline = sent.deadline.astimezone(clock.CHINA).date() if sent.deadline else None
    days = rounds_left(sent.times_per_year, deadline, day, open_now=handed < posts, last=sent.expires_on)
    by_hand, asked = weighed.get(sent.number, (0.0, 0.0))
    times = sent.times_per_year
    minutes = (sent.before * posts, sent.after * posts) if sent.before else (by_hand * times, asked * times)
    return Asking(
        sent,
        posts,
        minutes,
        asks,
        tuple(each for each in asks if brought.get(each)),
        tuple(dict.fromkeys(called for called in brought.values() if called)),
        days,
    )
