"""What an office's own demands in force ask in a year: when each comes, of how many posts, and what other offices ask already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.year.due import rounds_left
from qingzhuang.model.gate import Column
from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Sent, Stage
from qingzhuang.pipeline.elsewhere import Elsewhere
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import handed_over
from qingzhuang.store.gate.admitted import asked_by_others
from qingzhuang.store.gate.screenings import screenings_of
from qingzhuang.store.tasks.demands import demands

_LIVE = (Stage.ADMITTED, Stage.UNADMITTED)


@dataclass(frozen=True, slots=True)
class Asking:
    """One demand in force. `columns` are those that ask for something besides whom a row is about, `shared` those of them that
    another office's demand in force asks of the same people too, `also` what those demands are called; `days` when it comes in
    the coming twelve months; `posts` how many it was sent to."""

    sent: Sent
    posts: int
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
    columns = {number: found.facts for number, found in screened.items()}
    return tuple(_asking(each, sent_to, columns.get(each.number, ()), others, day) for each in mine)


def _is_own(sent: Sent, issuer: Unit, day: date) -> bool:
    return sent.issuer.number == issuer.number and (sent.expires_on is None or sent.expires_on >= day)


def _asking(
    sent: Sent,
    sent_to: Mapping[int, tuple[int, int]],
    columns: tuple[Column, ...],
    others: Elsewhere,
    day: date,
) -> Asking:
    handed, posts = sent_to.get(sent.number, (0, 0))
    asks = tuple(each for each in columns if not each.names)
    brought = {each: others.bringing(each.asks) for each in asks if each.asks}
    deadline = sent.deadline.astimezone(clock.CHINA).date() if sent.deadline else None
    days = rounds_left(sent.times_per_year, deadline, day, open_now=handed < posts, last=sent.expires_on)
    return Asking(
        sent,
        posts,
        asks,
        tuple(each for each in asks if brought.get(each)),
        tuple(dict.fromkeys(called for called in brought.values() if called)),
        days,
    )
