"""What people of this office said of pairs of items; nothing where nobody has begun a ledger."""

from qingzhuang.match.rulings import NONE, Rulings
from qingzhuang.store.home import has_ledger


def said_here() -> Rulings:
    """Return what counts in the ledger of this machine; looking does not begin one."""
    if not has_ledger():
        return NONE
    from qingzhuang.cli.ledger_open import opened

    opened()
    from qingzhuang.store.reviewing import rulings_now

    return rulings_now()
