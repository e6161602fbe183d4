"""How much two columns share besides their words: key, role, kind of answer, qualifiers, rows, and what their forms' titles list."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from qingzhuang.match.proposing.likeness import Likeness, grams
from qingzhuang.match.proposing.ranking import Signs, weighed, weights
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title

_TITLES = 400  # so many of the most alike titles count; the others are unlike


class Surroundings:
    """Known columns by number."""

    def __init__(self, columns: Sequence[Slots], lexicon: Lexicon) -> None:
        self._columns, self._lexicon = columns, lexicon
        places: defaultdict[str, int] = defaultdict(lambda: len(places))
        self._title = [places[self._listed(each)] for each in columns]
        self._titles = Likeness(grams(each) for each in places)
        self._last: tuple[str, dict[int, float]] = ("", {})

    def shared(self, slots: Slots) -> Callable[[int], float]:
        """Return the measure of what a column shares with the known one of a number."""
        signs, (_words, around) = self.signs(slots), weights()
        return lambda number: weighed(signs(number), around)

    def signs(self, slots: Slots) -> Callable[[int], Signs]:
        """Return what tells whether a column and the known one of a number stand alike, in the order of `ranking.AROUND`."""
        titles, own = self._alike(self._listed(slots)), {slots.concept, *slots.options} - {None}

        def found(number: int) -> Signs:
            other = self._columns[number]
            theirs = other.concept
            return (
                slots.key == other.key,
                bool(own) and theirs is not None and theirs not in own and own.isdisjoint(other.options),
                slots.role == other.role,
                slots.form == other.form,
                slots.qualifiers == other.qualifiers,
                titles.get(self._title[number], 0),
                slots.entity is not None and slots.entity == other.entity,
                slots.realm is not None and slots.realm == other.realm,
            )

        return found

    def _alike(self, listed: str) -> dict[int, float]:
        """How alike the titles of known forms are to one; kept for the next column of the same form."""
        asked, found = self._last
        if asked != listed:
            found = dict(self._titles.scored(grams(listed), _TITLES)) if listed else {}
            self._last = listed, found
        return found

    def _listed(self, slots: Slots) -> str:
        return read_title(slots.listing, self._lexicon).listed
