"""What stands by the rules here: what people of this office said of pairs of items (nothing where nobody has begun a ledger),
and who proposes pairs besides the words."""

from qingzhuang.match.proposer import Proposer
from qingzhuang.match.rulings import NONE, Rulings
from qingzhuang.office.vectors import vectors
from qingzhuang.store.home import has_ledger, home


def proposer() -> Proposer | None:
    """Return the model of the extra `vec` where it is installed; its cache lies in the folder of the ledger."""
    return vectors(home() / "cache")


def said_here() -> Rulings:
    """Return what counts in the ledger of this machine; looking does not begin one."""
    if not has_ledger():
        return NONE
    from qingzhuang.cli.ledger_open import opened

    opened()
    from qingzhuang.store.pairs.reviewing import rulings_now

    return rulings_now()
