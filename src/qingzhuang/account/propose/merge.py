"""Merge: two forms of one post whose rows are the same kind of thing and which share most of their columns.

What a merger frees is the shared columns and one handing over. A wide table that only stands side by side frees nothing."""

from collections.abc import Iterator
from itertools import combinations

from qingzhuang.account.load import comparable
from qingzhuang.account.propose.proposal import Kind, Proposal, Remaining
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import Reckoning, handing_over
from qingzhuang.language import gettext as _

SHARE = 0.6
FEWEST_SHARED = 4


def propose(rest: list[Remaining], rates: Rates) -> Iterator[Proposal]:
    """Yield mergers, the largest overlap first; a form is merged at most once."""
    merged: set[int] = set()
    for i, j in sorted(
        combinations(range(len(rest)), 2), key=lambda pair: -len(_shared(rest[pair[0]], rest[pair[1]]))
    ):
        if {i, j} & merged or not _fit(rest[i], rest[j]):
            continue
        merged |= {i, j}
        keep, join = (
            (rest[i], rest[j]) if len(rest[i].load.facts) >= len(rest[j].load.facts) else (rest[j], rest[i])
        )
        yield _proposal(keep, join, rates)


def _proposal(keep: Remaining, join: Remaining, rates: Rates) -> Proposal:
    shared = _shared(keep, join)
    columns = len(join.load.facts | keep.load.facts)
    freed = join.free_items([asked for asked in join.items if asked.fact in shared], rates)
    join.handed = False
    return Proposal(
        Kind.MERGE,
        (keep.load.demand.form.file, join.load.demand.form.file),
        tuple(dict.fromkeys((keep.load.demand.issuer.name, join.load.demand.issuer.name))),
        _("合成一张，一次报完"),
        _("{all} 栏里 {shared} 栏相同").format(all=columns, shared=len(shared)),
        _("请两家核对：两张表说的是不是同一批对象、同一个时点"),
        Reckoning(freed.parts + handing_over(join.load.demand, rates)),
    )


def _shared(one: Remaining, other: Remaining) -> frozenset[str]:
    return one.load.facts & other.load.facts


def _fit(one: Remaining, other: Remaining) -> bool:
    if not (one.handed and other.handed):
        return False
    shared = len(_shared(one, other))
    fewer = min(len(one.load.facts), len(other.load.facts))
    a, b = one.load.demand, other.load.demand
    same = (a.post.kind, a.form.row_entity, a.times_per_year) == (
        b.post.kind,
        b.form.row_entity,
        b.times_per_year,
    )
    people = one.load.population == other.load.population or not (
        one.load.population and other.load.population
    )
    return (
        same and people and comparable(one.load, other.load) and shared >= max(FEWEST_SHARED, SHARE * fewer)
    )
