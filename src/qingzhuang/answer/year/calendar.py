"""The questions of a year: whom, what, from when to when, each answer serving as long as it holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.year.bound import Bound, bound
from qingzhuang.answer.year.cover import Cost, Solved, given, solve
from qingzhuang.answer.year.due import month_of
from qingzhuang.answer.year.part import FOR_GOOD, Ask, Need, Part, Until, parts
from qingzhuang.model.fact import Subject
from qingzhuang.model.thing import thing


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: any day from `since` to `by` serves the same `needs`; it counts in the month of `by`."""

    subject: Subject
    post: str
    key: str
    since: date
    by: date
    needs: tuple[Need, ...]

    @property
    def month(self) -> str:
        """The month in which it is asked at the latest."""
        return month_of(self.by)


@dataclass(frozen=True, slots=True)
class Proof:
    """One part as it was solved, for all (`who`: their numbers by post, behind each so many alike) who need the same on the same
    days."""

    part: Part
    who: Mapping[str, Mapping[int, int]]
    solved: Solved
    bound: Bound

    @property
    def many(self) -> int:
        """How many have this part."""
        return sum(sum(those.values()) for those in self.who.values())


@dataclass(frozen=True, slots=True)
class Year:
    """`asked` in order of their days; `proofs` tell why no fewer are enough, or how many may be too many."""

    asked: tuple[Asked, ...]
    proofs: tuple[Proof, ...]

    @property
    def least(self) -> int:
        """So many questions are needed at least."""
        return sum(each.bound.least * each.many for each in self.proofs)

    @property
    def exact(self) -> bool:
        """Whether fewer were ruled out everywhere, by search at least."""
        return all(each.solved.exact for each in self.proofs)

    def by_month(self) -> Mapping[tuple[str, str], int]:
        """How many questions by post and month."""
        return Counter((each.post, each.month) for each in self.asked)


def year(
    needs: Mapping[Subject, Iterable[Need]],
    post_of: Callable[[Subject], str],
    until_of: Callable[[Subject], Until],
    cost: Cost,
    first: date,
) -> Year:
    """Return the fewest questions; of equally few those that cost least. Parts that are alike are solved once."""
    solved: dict[Part, Solved] = {}
    who: dict[Part, dict[str, list[int]]] = {}
    asked: list[Asked] = []
    for number, (subject, wanted) in enumerate(sorted(needs.items()), 1):
        post, until = post_of(subject), until_of(subject)
        for part in parts(wanted, until):
            if part not in solved:
                solved[part] = solve(part, cost)
            who.setdefault(part, {}).setdefault(post, []).append(number)
            asked += _asked(subject, post, part, solved[part], until, first)
    proofs = tuple(
        Proof(
            part,
            {post: dict.fromkeys(those, 1) for post, those in who[part].items()},
            each,
            bound(part, len(each.chosen)),
        )
        for part, each in solved.items()
    )
    return Year(tuple(sorted(asked, key=lambda one: (one.by, one.subject, one.key))), proofs)


def open_months(proofs: Iterable[Proof]) -> int:
    """How many things the months want of somebody that nobody knows then, each once a month however often it is due."""
    found: dict[tuple[int, str, str], int] = {}
    for each in proofs:
        months = {(need.key, month_of(date.fromordinal(need.day))) for need in each.part.needs}
        for those in each.who.values():
            found.update(((who, *one), alike) for who, alike in those.items() for one in months)
    return sum(found.values())


def _asked(
    subject: Subject, post: str, part: Part, solved: Solved, until: Until, first: date
) -> Iterable[Asked]:
    for ask, mine in given(part.needs, (part.asks[number] for number in solved.chosen)):
        since = _earliest(ask, mine[-1].day, until, first.toordinal())
        by = date.fromordinal(ask.day)
        yield Asked(subject, post, ask.key, min(date.fromordinal(since), by), by, tuple(mine))


def _earliest(ask: Ask, last: int, until: Until, first: int) -> int:
    """The first day from which an answer still serves to the end: by the days that it has to spare."""
    if ask.until >= FOR_GOOD:
        stated = thing(ask.key).day
        return first if stated is None else max(first, stated.toordinal())
    early = max(first, ask.day - (ask.until - last))
    return early if until(ask.key, early) >= last else ask.day
