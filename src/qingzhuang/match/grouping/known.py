"""A form's columns against all that is known already: the same key, the same property, what follows, what looks alike.

Built once over the clusters of a county; a column then costs what is proposed for it, not what is known.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice

from rapidfuzz import fuzz

from qingzhuang.match.decide import decide_slots
from qingzhuang.match.outcome import Outcome
from qingzhuang.match.proposing.akin import akin
from qingzhuang.match.proposing.alike import NEAR, Alike
from qingzhuang.match.proposing.answered import Key, asks, tells
from qingzhuang.match.proposing.surroundings import Surroundings
from qingzhuang.match.rules.tally import lists, place_and_year, reports
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.gist import gist
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import Verdict

_ORDER, _FORMS = tuple(Verdict), 8
_LIKE = 40  # per cent of characters
_WORDINGS = 40  # of so many wordings that look alike a column is held against the nearest


@dataclass(frozen=True, slots=True)
class Hit:
    """What one known column (its number) is to the one that was asked: `a` is the asked one."""

    number: int
    rule: str
    outcome: Outcome


class Known:
    """Known columns, one for each cluster. Columns that are no facts (remarks, row numbers) are left out."""

    def __init__(self, columns: Sequence[Slots], lexicon: Lexicon | None = None) -> None:
        self._columns, self._lexicon = columns, lexicon or default()
        self._keys: defaultdict[str, list[int]] = defaultdict(list)
        self._concepts: defaultdict[str, list[int]] = defaultdict(list)
        self._places: defaultdict[tuple[str, int], defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._asking: defaultdict[Key, list[int]] = defaultdict(list)
        self._telling: defaultdict[Key, list[int]] = defaultdict(list)
        self._texts: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(columns):
            if not each.nonfact:
                self._keys[each.key].append(number)
                self._texts[each.text].append(number)
                for index, keys in ((self._asking, asks(each)), (self._telling, tells(each))):
                    for key in keys:
                        index[key].append(number)
                if (where := place_and_year(each)) is not None and (lists(each) or reports(each)):
                    self._places[where][each.listing or ""].append(number)
                for concept in (each.concept, *each.options):
                    if concept:
                        self._concepts[concept].append(number)
        self._words = list(self._texts)
        self._number = {word: number for number, word in enumerate(self._words)}
        self._around = Surroundings(columns, self._lexicon)
        self._alike = Alike([columns[found[0]] for found in self._texts.values()], self._lexicon)
        self._linked = _linked(self._lexicon)

    def proposed(self, slots: Slots) -> list[int]:
        """Return the numbers of what is worth a verdict, the most likely first: of each reason at most `NEAR`."""
        if slots.nonfact:
            return []
        shared, words = self._around.shared(slots), self._alike.weighed(slots)
        likely = nsmallest(_WORDINGS, words, key=lambda word: (-words[word], word))
        if (own := self._number.get(slots.text)) is not None and own not in likely:
            likely.append(own)
        scores: dict[int, float] = {}
        for word in likely:
            most = NEAR if self._words[word] == slots.text else 1
            for number, near in _nearest(self._texts[self._words[word]], shared, most):
                scores[number] = near + words.get(word, 0)
        for reason in self._reasons(slots):
            for number, near in _nearest(reason, shared, NEAR):
                word = self._number[self._columns[number].text]
                scores.setdefault(number, near + words.get(word, 0))
        return sorted(scores, key=lambda number: (-scores[number], number))

    def find(self, slots: Slots) -> list[Hit]:
        """Return verdicts on all that is proposed: equal ones first, then what follows, then what is wider or narrower; of one verdict
        the most likely first."""
        hits = [
            Hit(number, *decide_slots(slots, self._columns[number], self._lexicon))
            for number in self.proposed(slots)
        ]
        kept = (hit for hit in hits if not self._idle(slots, hit))
        return sorted(kept, key=lambda hit: _ORDER.index(hit.outcome.verdict))

    def _idle(self, slots: Slots, hit: Hit) -> bool:
        """A doubt between columns that share neither property nor words is worth nobody's look (监测对象类别 and 申报人)."""
        other = self._columns[hit.number]
        shared = {slots.concept, *slots.options} & {other.concept, *other.options} - {None}
        if hit.outcome.verdict is not Verdict.UNSURE or shared:
            return False
        if slots.form and other.form and slots.form != other.form:
            return True
        return fuzz.ratio(gist(slots.text, self._lexicon), gist(other.text, self._lexicon)) < _LIKE

    def _reasons(self, slots: Slots) -> Iterator[list[int]]:
        yield self._keys.get(slots.key, [])
        for concept in (slots.concept, *slots.options):
            if concept:
                yield self._concepts.get(concept, [])
        yield [
            number
            for concept in sorted(self._linked.get(slots.concept or "", ()))
            for number in self._concepts.get(concept, ())
            if self._columns[number].role == slots.role
        ]
        yield [number for key in asks(slots) for number in self._telling.get(key, ())]
        yield [number for key in tells(slots) for number in self._asking.get(key, ())]
        yield from self._forms_of_place(slots)

    def _forms_of_place(self, slots: Slots) -> Iterator[list[int]]:
        """What a list of the same place and year may be counted into, or a figure counted from, form by form."""
        where = place_and_year(slots)
        there = (lists, reports) if reports(slots) else (reports,) if lists(slots) else ()
        for numbers in islice(self._places.get(where, {}).values() if where and there else (), _FORMS):
            yield [each for each in numbers if any(fits(self._columns[each]) for fits in there)]


def _nearest(numbers: Sequence[int], shared: Callable[[int], float], most: int) -> list[tuple[int, float]]:
    """The columns that stand in the most alike surroundings, and how alike these are."""
    if len(numbers) == 1:
        return [(numbers[0], shared(numbers[0]))]
    ranked = nsmallest(most, ((-shared(number), number) for number in numbers))
    return [(number, -far) for far, number in ranked]


def _linked(lexicon: Lexicon) -> dict[str, set[str]]:
    """Concepts that a formula, a genus or a ladder of places connects."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in akin(lexicon):
        found[one].add(other)
        found[other].add(one)
    return dict(found)
