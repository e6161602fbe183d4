"""What one key means in whose form: what a form's title alone tells (which check, which stock, which scheme), and what people said to be
two things. The key stays what the ledger is looked up by; the side stands beside it (`model/thing.py`)."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from qingzhuang.match.grouping.repeats import WHEN
from qingzhuang.match.outcome import Rule
from qingzhuang.match.rules import context as of_context
from qingzhuang.match.rules import differ
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.gist import gist
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.verdict import ItemContext, Verdict

_TELL: tuple[Rule, ...] = (differ.qualifiers, of_context.series, of_context.procedure)
_BETWEEN = "·"


def side_of(slots: Slots, lexicon: Lexicon) -> str:
    """Return whose thing an item is where only its form's title tells: the series of forms, the scheme or population; empty where its
    key says all."""
    said = {name for name, _value in slots.qualifiers}
    told = sorted(value for name, value in slots.title if name not in said)
    series = gist(slots.series, lexicon) if slots.series and _of_its_series(slots, lexicon) else ""
    return _BETWEEN.join(part for part in (series, *told) if part)


def _of_its_series(slots: Slots, lexicon: Lexicon) -> bool:
    """Tell whether the rules hold two series apart; where the key names the series already there is nothing to add."""
    named = slots.series is not None and slots.key.endswith(slots.series)
    return not named and (slots.bound or of_context.is_bound(slots, lexicon))


def is_side(side: str, title: str, lexicon: Lexicon) -> bool:
    """Tell whether a form of this title is of a side."""
    if plain_title(title) == plain_title(side):
        return True
    series = read_title(title, lexicon).series
    return bool(series) and gist(series or "", lexicon) == side.partition(_BETWEEN)[0]


def plain_title(title: str) -> str:
    """Return what tells a form's title in every edition of it: no year, no spaces, whatever the case."""
    return "".join(WHEN.sub("", title).split()).casefold()


@dataclass(frozen=True)
class Side:
    """Which facts of a key an item takes: those that come from a form whose column of the same words the rules do not hold apart. Of
    what people set apart (`mine`, `others`: titles) only those of a form of this side; where nobody knows whence a fact comes, it is
    asked again."""

    context: ItemContext
    lexicon: Lexicon = field(repr=False)
    mine: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    _known: dict[str, bool] = field(default_factory=dict, repr=False)

    def holds(self, title: str) -> bool:
        """Tell whether what a form of this title said (empty: nobody knows) answers the item."""
        found = self._known.get(title)
        if found is None:
            found = self._known[title] = self._holds(plain_title(title))
        return found

    def _holds(self, title: str) -> bool:
        if self.others or self.mine:
            return bool(title) and title in self.mine and title not in self.others
        return not title or not self._apart(title)

    def _apart(self, title: str) -> bool:
        own = parse(self.context, self.lexicon)
        other = parse(replace(self.context, form=title), self.lexicon)
        said = (rule(own, other, self.lexicon) for rule in _TELL)
        return any(each is not None and each.verdict is Verdict.DISTINCT for each in said)


def set_apart(context: ItemContext, lexicon: Lexicon, mine: Collection[str], others: Collection[str]) -> Side:
    """Return the side of an item that people set apart: titles of forms that are of its side, and of those that are not."""
    own = frozenset(map(plain_title, (*mine, context.form or "")))
    away = frozenset(map(plain_title, others)) - own
    return Side(context, lexicon, own - {""}, away)
