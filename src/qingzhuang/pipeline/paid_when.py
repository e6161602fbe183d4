"""Of which month or year a form wants what is paid, drawn or earned."""

from datetime import date

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.times import Time, span_of


def time_of(slots: Slots, key: str, lexicon: Lexicon) -> tuple[date, date] | None:
    """Return the first and last day of the time of the title that a value must be of: its month, where each month has a value of its
    own; its year for contributions and payments, and on a form of a whole year for incomes."""
    if f"{slots.period.part[:1]}+0}}" in key and slots.period.part:
        return span_of(slots.period)
    of_title = not slots.time.known or slots.time == slots.period
    if slots.concept is None or not of_title:
        return None
    policy = lexicon.policy
    lists = policy.of_year if slots.period.part else (*policy.of_year, *policy.of_survey)
    return span_of(Time(slots.period.year)) if slots.concept.startswith(lists) else None


def is_of_a_time(key: str) -> bool:
    """Tell whether what a slot key asks is said of the form's own month or year, and not of the day on which it is said."""
    policy = default().policy
    return "+0}" in key or key.rpartition("@")[2].startswith((*policy.of_year, *policy.of_survey))
