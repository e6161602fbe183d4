"""Makes all proposals over a tally, in an order that frees no minute twice."""

from collections.abc import Callable, Iterator

from qingzhuang.account.propose import cancel, derive, merge, slow_down, take_over
from qingzhuang.account.propose.proposal import Proposal, Remaining, remaining
from qingzhuang.account.rates import Rates
from qingzhuang.account.tally import Tally

Proposer = Callable[[list[Remaining], Rates], Iterator[Proposal]]
ORDER: tuple[Proposer, ...] = (
    cancel.propose,
    merge.propose,
    slow_down.propose,
    derive.propose,
    take_over.propose,
)


def propose(tally: Tally, rates: Rates) -> tuple[Proposal, ...]:
    """Return the proposals in the order of their kinds. Their minutes add up to at most `tally.before`."""
    rest = remaining(tally)
    return tuple(
        proposal
        for proposer in ORDER
        for proposal in proposer(rest, rates)
        if proposal.frees.minutes.likely > 0
    )
