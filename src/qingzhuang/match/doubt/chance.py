"""How likely two items are one, and which verdicts that may change: only "distinct" for want of words becomes a question. A veto never does, and
nothing is ever called equal."""

import math
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.doubt.kinds import other_sort, unlike
from qingzhuang.match.doubt.signs import signs
from qingzhuang.match.outcome import Outcome, distinct, unsure
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import Verdict

RULE = "U06-doubt"
SORT = "X04-sort"
OPEN = ("X02-words", "X01-property", "V02-subject")
_BY_WORDS = ("U05-alike", "U02-words", "E06-gist", "V02-subject")  # unsure by these is unsure of words


def doubted(a: Slots, b: Slots, rule: str, outcome: Outcome, lexicon: Lexicon) -> tuple[str, Outcome]:
    """Return rule and outcome; "distinct" that rests on unknown words alone is unsure where the pair may well be one: where the policy's number of
    questions is expected to bring at least one match. What is unsure for its words alone is distinct where the two want other sorts of answers."""
    if outcome.verdict is Verdict.UNSURE and rule in _BY_WORDS and other_sort(a, b):
        return SORT, distinct("form", _("“{a}”和“{b}”要填的不是一类东西。").format(a=a.text, b=b.text))
    if outcome.verdict is not Verdict.DISTINCT or not is_open(a, b, rule, lexicon) or unlike(a, b):
        return rule, outcome
    likely = chance(a, b, rule, lexicon)
    if likely * float(lexicon.policy.decisions["questions-per-match"]) < 1:
        return rule, outcome
    return RULE, unsure(outcome.slot, _why(a, b, rule, likely))


def is_open(a: Slots, b: Slots, rule: str, lexicon: Lexicon) -> bool:
    """Tell whether "distinct" by a rule only says that nobody knows the words, of two forms: other words, a property with words besides that nobody
    knows, or a subject that the lexicon has no word for."""
    if rule not in OPEN or a.listing is None or b.listing is None or a.listing == b.listing:
        return False
    if rule == "V02-subject":
        return any(_strange(each, lexicon) for each in (a, b))
    return rule == "X02-words" or bool(a.rest or b.rest)


def _strange(slots: Slots, lexicon: Lexicon) -> bool:
    """Whether the subject is a word that nobody knows: neither a role nor what rows are about."""
    role = slots.role
    return bool(role) and role not in lexicon.roles and role not in lexicon.entities and role != slots.realm


def chance(a: Slots, b: Slots, rule: str, lexicon: Lexicon) -> float:
    """Return how likely two items are one (0 to 1), where `rule` alone could not tell."""
    known = lexicon.doubt.weights
    told = signs(a, b, rule, lexicon)
    score = lexicon.doubt.start + sum(known[sign] * value for sign, value in told.items() if sign in known)
    return 1 / (1 + math.exp(-score))


def _why(a: Slots, b: Slots, rule: str, likely: float) -> str:
    one, other = (
        (a.role or _("本人"), b.role or _("本人")) if rule == "V02-subject" else _apart(a.text, b.text)
    )
    return _(
        "“{a}”和“{b}”：词库不认识“{one}”“{other}”，照别处的经验十对里约有 {tenths} 对是一回事，请看一眼。"
    ).format(a=a.text, b=b.text, one=one, other=other, tenths=max(1, round(10 * likely)))


@lru_cache(maxsize=4096)
def _apart(one: str, other: str) -> tuple[str, str]:
    """What two labels do not share at their ends, or all of them."""
    start = next(
        (at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other))
    )
    left, right = one[start:], other[start:]
    end = next(
        (at for at, (x, y) in enumerate(zip(left[::-1], right[::-1], strict=False)) if x != y),
        min(len(left), len(right)),
    )
    left, right = left[: len(left) - end], right[: len(right) - end]
    return (left, right) if left and right else (one, other)
