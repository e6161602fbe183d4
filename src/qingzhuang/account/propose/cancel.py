"""Cancel: all that a form asks stands in another one that comes at least as often, or follows from it."""

from collections.abc import Iterator

from qingzhuang.account.load import Load, comparable
from qingzhuang.account.propose.proposal import Kind, Proposal, Remaining
from qingzhuang.account.rates import Rates
from qingzhuang.language import gettext as _

FEWEST_FACTS = 3  # below that, sameness of columns says too little about sameness of purpose


def propose(rest: list[Remaining], rates: Rates) -> Iterator[Proposal]:
    """Yield one proposal per form that another one covers; the covering form stays."""
    for small in sorted(rest, key=lambda each: len(each.load.facts)):
        cover = next((each.load for each in rest if each.handed and _covers(each.load, small.load)), None)
        if cover is None or not small.handed:
            continue
        yield Proposal(
            Kind.CANCEL,
            (small.load.demand.form.file,),
            (small.load.demand.issuer.name,),
            _("取消，改用《{form}》的数").format(form=_title(cover)),
            _("{count} 栏在那张表里都有，那张表报得不比它少").format(count=len(small.load.facts)),
            _("请两家核对：两张表说的是不是同一批对象"),
            small.free_all(rates),
        )


def _covers(large: Load, small: Load) -> bool:
    if large is small or len(small.facts) < FEWEST_FACTS:
        return False
    within = small.facts <= large.facts | _derived(small, large)
    often = large.demand.times_per_year >= small.demand.times_per_year
    same_post = large.demand.post.kind == small.demand.post.kind
    same_rows = large.demand.form.row_entity == small.demand.form.row_entity
    same_people = large.population == small.population
    same_post = same_post and comparable(large, small)
    return within and often and same_post and same_rows and same_people and _own_facts(small)


def _derived(small: Load, large: Load) -> frozenset[str]:
    return frozenset(asked.fact for asked in small.items if asked.from_fact in large.facts)


def _own_facts(load: Load) -> bool:
    """An item that nothing else is known to ask cannot be covered by another form."""
    return all(asked.fact for asked in load.items if asked.counts)


def _title(load: Load) -> str:
    return load.demand.form.title or load.demand.form.file
