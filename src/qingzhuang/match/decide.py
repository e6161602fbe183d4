"""Whether two items ask the same fact. The first rule that has something to say decides and is cited."""

from qingzhuang.language import gettext as _
from qingzhuang.match.doubt.chance import doubted
from qingzhuang.match.outcome import Outcome
from qingzhuang.match.rules import EITHER_WAY, RULES
from qingzhuang.match.rules.defined import refined
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext, Match, Verdict

_IN_ORDER = tuple((name, rule, name not in EITHER_WAY) for name, rule in RULES.items())


def decide(a: ItemContext, b: ItemContext, lexicon: Lexicon | None = None, *, ask: bool = True) -> Match:
    """Return the verdict on two items. Symmetric: swapping the items swaps direction, narrower and broader. Without `ask` words that nobody knows
    are no question."""
    words = lexicon or default()
    swapped = _order(b) < _order(a)
    first, second = (b, a) if swapped else (a, b)
    slots = parse(first, words), parse(second, words)
    rule, outcome = decide_slots(*slots, words) if ask else by_rules(*slots, words)
    outcome = outcome.mirrored() if swapped else outcome
    return Match(
        a,
        b,
        outcome.verdict,
        outcome.direction,
        outcome.why,
        rule,
        outcome.slot,
        outcome.formula,
        words.version,
        outcome.loss,
    )


def decide_slots(a: Slots, b: Slots, lexicon: Lexicon) -> tuple[str, Outcome]:
    """Return the deciding rule's id and its outcome, for slots that are parsed already."""
    return doubted(a, b, *by_rules(a, b, lexicon), lexicon)


def by_rules(a: Slots, b: Slots, lexicon: Lexicon) -> tuple[str, Outcome]:
    """Return what the rules alone say: where they know no word, that is distinct."""
    for name, rule, turns in _IN_ORDER:
        outcome = rule(a, b, lexicon)
        if outcome is None and turns and (turned := rule(b, a, lexicon)) is not None:
            outcome = turned.mirrored()
        if outcome is not None:
            return refined(a, b, name, outcome)
    return "U99-none", Outcome(Verdict.UNSURE, _("没有规则能判断。"), "property")


def _order(context: ItemContext) -> tuple[str, ...]:
    parts = (
        context.label,
        context.form,
        context.row,
        context.unit,
        context.parent,
        context.issuer,
        context.whole,
    )
    return (*(part or "" for part in parts), *context.codes, repr(context.definition or ""))
