"""Derive: columns that follow from another column of the same form need not be asked."""

from collections.abc import Iterator

from qingzhuang.account.load import Asked
from qingzhuang.account.propose.proposal import Kind, Proposal, Remaining
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import Reckoning
from qingzhuang.language import gettext as _


def propose(rest: list[Remaining], rates: Rates) -> Iterator[Proposal]:
    """Yield one proposal for all forms together per pair of names (年龄 from 公民身份号码), most minutes first."""
    chosen: dict[str, list[tuple[Remaining, Asked]]] = {}
    for each in rest:
        for asked in each.items:
            if asked.from_fact in each.load.facts:
                chosen.setdefault(asked.name, []).append((each, asked))
    proposals = [_proposal(name, places, rates) for name, places in chosen.items()]
    yield from sorted(proposals, key=lambda proposal: -proposal.frees.minutes.likely)


def _proposal(name: str, places: list[tuple[Remaining, Asked]], rates: Rates) -> Proposal:
    parts = tuple(part for each, asked in places for part in each.free_items([asked], rates).parts)
    files = tuple(dict.fromkeys(each.load.demand.form.file for each, _asked in places))
    return Proposal(
        Kind.DERIVE,
        files,
        tuple(dict.fromkeys(each.load.demand.issuer.name for each, _asked in places)),
        _("“{name}”不再问，由同表的号码、日期或明细推算").format(name=name),
        _("{count} 栏，同一张表里已有推算它的那一栏").format(count=len(places)),
        _("推算所依据的那一栏要核过"),
        Reckoning(parts),
    )
