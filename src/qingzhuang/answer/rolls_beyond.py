"""What a part of a ledger must know of the rest, where the whole is at hand."""

from qingzhuang.answer.beyond import Beyond, by_subject, last_days, role_cells, roll_days
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.measure_values import words_of_people
from qingzhuang.answer.rolls import leading, mentions


def beyond_of(view: LedgerView) -> Beyond:
    """Return it for any part of a view of the whole."""
    named = list(mentions(view))
    days = roll_days(named, role_cells(named))
    last = last_days(days)
    return Beyond(
        frozenset(view.facts), by_subject(days, last), last, leading(view), lambda: words_of_people(view)
    )
