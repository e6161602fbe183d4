"""A form's columns against all that is known already: the same key, the same property, what follows, what looks alike.

Built once over the clusters of a county; a column then costs what is proposed for it, not what is known.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from qingzhuang.match.akin import akin
from qingzhuang.match.alike import NEAR, Alike
from qingzhuang.match.decide import decide_slots
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.load import default
from qingzhuang.match.outcome import Outcome
from qingzhuang.match.rules.tally import lists, place_and_year, reports
from qingzhuang.match.slots import Slots
from qingzhuang.model.verdict import Verdict

_ORDER, _FORMS = tuple(Verdict), 8


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
        self._texts: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(columns):
            if not each.nonfact:
                self._keys[each.key].append(number)
                self._texts[each.text].append(number)
                if (where := place_and_year(each)) is not None and (lists(each) or reports(each)):
                    self._places[where][each.listing or ""].append(number)
                for concept in (each.concept, *each.options):
                    if concept:
                        self._concepts[concept].append(number)
        self._words = list(self._texts)
        self._alike = Alike([columns[found[0]] for found in self._texts.values()], self._lexicon)
        self._linked = _linked(self._lexicon)

    def proposed(self, slots: Slots) -> list[int]:
        """Return the numbers of what is worth a verdict: of each reason at most `NEAR`, nearest surroundings first."""
        if slots.nonfact:
            return []
        found: dict[int, None] = {}
        for reason in self._reasons(slots):
            ranked = sorted(reason, key=lambda number: (-_closeness(slots, self._columns[number]), number))
            found.update(dict.fromkeys(ranked[:NEAR]))
        return list(found)

    def find(self, slots: Slots) -> list[Hit]:
        """Return verdicts on all that is proposed: equal ones first, then what follows, then what is wider or narrower."""
        hits = [
            Hit(number, *decide_slots(slots, self._columns[number], self._lexicon))
            for number in self.proposed(slots)
        ]
        return sorted(hits, key=lambda hit: _ORDER.index(hit.outcome.verdict))

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
        yield from self._forms_of_place(slots)
        words = (self._words[number] for number in self._alike.near(slots))
        for word in words:
            yield self._texts[word][: NEAR if word == slots.text else 1]

    def _forms_of_place(self, slots: Slots) -> Iterator[list[int]]:
        """What a list of the same place and year may be counted into, or a figure counted from, form by form."""
        where = place_and_year(slots)
        there = (lists, reports) if reports(slots) else (reports,) if lists(slots) else ()
        for numbers in islice(self._places.get(where, {}).values() if where and there else (), _FORMS):
            yield [each for each in numbers if any(fits(self._columns[each]) for fits in there)]


def _linked(lexicon: Lexicon) -> dict[str, set[str]]:
    """Concepts that a formula, a genus or a ladder of places connects."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in akin(lexicon):
        found[one].add(other)
        found[other].add(one)
    return dict(found)


def _closeness(a: Slots, b: Slots) -> int:
    """How much two columns share of what stands around them."""
    same = (
        a.key == b.key,
        a.role == b.role,
        a.realm == b.realm,
        a.entity == b.entity,
        a.series == b.series,
        a.period == b.period,
    )
    return sum(same)
