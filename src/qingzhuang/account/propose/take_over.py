"""Take over: what an office holds already is taken from that office, not asked of the grassroots again."""

from collections.abc import Iterator

from qingzhuang.account.load import Asked
from qingzhuang.account.propose.proposal import Kind, Proposal, Remaining
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import Reckoning
from qingzhuang.language import gettext as _


def propose(rest: list[Remaining], rates: Rates) -> Iterator[Proposal]:
    """Yield one proposal per holding office, in the order of their names."""
    held: dict[str, list[tuple[Remaining, Asked]]] = {}
    for each in rest:
        for asked in each.items:
            if asked.holder:
                held.setdefault(asked.holder, []).append((each, asked))
    for holder in sorted(held):
        yield _proposal(holder, held[holder], rates)


def _proposal(holder: str, places: list[tuple[Remaining, Asked]], rates: Rates) -> Proposal:
    parts = tuple(part for each, asked in places for part in each.free_items([asked], rates).parts)
    names = list(dict.fromkeys(asked.name for _each, asked in places))
    files = tuple(dict.fromkeys(each.load.demand.form.file for each, _asked in places))
    shown = "、".join(names[:4]) + (_(" 等 {count} 项").format(count=len(names)) if len(names) > 4 else "")
    return Proposal(
        Kind.TAKE_OVER,
        files,
        tuple(dict.fromkeys(each.load.demand.issuer.name for each, _asked in places)),
        _("向{holder}取：{names}").format(holder=_office(holder), names=shown),
        _("{forms} 张表 {count} 栏，那里的业务里本来就有").format(forms=len(files), count=len(places)),
        _("要有数据共享的依据和口径；取不到的仍由台账补"),
        Reckoning(parts),
    )


def _office(holder: str) -> str:
    """The lexicon names a line of work (公安, 组织部门); a bank or a school is no department."""
    return (
        holder if holder.endswith(("部门", "银行", "学校", "医院")) else _("{line}部门").format(line=holder)
    )
