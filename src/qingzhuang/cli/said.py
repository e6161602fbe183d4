"""What stands by the rules here: what people of this office said of pairs of items (nothing where nobody has begun a ledger),
and who proposes pairs besides the words."""

from collections.abc import Sequence

from qingzhuang.match.grouping.group import Grouping
from qingzhuang.match.grouping.rulings import NONE, Rulings
from qingzhuang.match.people.alarm import Alarm, alarms
from qingzhuang.match.people.ground import ground_of
from qingzhuang.match.proposing.proposer import Proposer
from qingzhuang.model.form import Form
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


def warned(said: Rulings, grouping: Grouping, forms: Sequence[Form]) -> tuple[Alarm, ...]:
    """Return which of the words here cannot all be right on these forms."""
    return alarms(said, ground_of(grouping, forms)) if said.pairs else ()
