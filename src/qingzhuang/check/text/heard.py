"""Acts that no word of the lexicon names: a practice is heard in a sentence by short groups of letters weighed together
(lexicon/heard.yaml, which `python -m benchmarks.heard` fits), label by label. Whether it is ordered is decided as for any act."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from qingzhuang.check.text.acts import Act, Hit
from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.order import HUNDREDTH, plain
from qingzhuang.check.text.parts import Parts, Stretch
from qingzhuang.check.text.practice import Label
from qingzhuang.check.text.words import Groups

# How likely a practice must be: in a sentence that names none, and beside one that is named.
_HEARD, _BESIDE = 0.35, 0.8
_SHORTEST = 8  # letters of a sentence that says something: a bare 收到 or 照片已发群里 is an answer
_ACT = Act(id="heard", strength=1, heard=True)


_BITS = 24  # a field of a packed number; sums of weights stay far below half of it
_FIELD, _HALF = (1 << _BITS) - 1, 1 << _BITS - 1


@dataclass(frozen=True, slots=True)
class Ear:
    """What groups of letters weigh for each of the labels, and where each label's scale begins. The weights of a group for all
    labels are one number, a field for each label: so many groups are summed at once."""

    labels: tuple[Label, ...]
    starts: tuple[float, ...]
    groups: Groups
    weights: tuple[int, ...]
    zero: int

    def scores(self, words: str) -> list[float]:
        """The score of each label for a stretch of words; above 0 it is more likely than not."""
        found = self.groups.which(plain(f"^{words}$"))
        packed = sum(map(self.weights.__getitem__, found), self.zero)
        share = 1 / HUNDREDTH / math.sqrt(len(found) + 1)
        return [
            start + ((packed >> shift & _FIELD) - _HALF) * share
            for start, shift in zip(self.starts, range(0, _BITS * len(self.starts), _BITS), strict=True)
        ]


def ear(starts: Mapping[str, float], weights: Mapping[str, Mapping[str, int]]) -> Ear:
    """An ear from weights in hundredths, label by label."""
    by_group: dict[str, int] = {}
    for number, label in enumerate(starts):
        for group, weight in weights[label].items():
            by_group[group] = by_group.get(group, 0) + (weight << _BITS * number)
    return Ear(
        tuple(map(Label, starts)),
        tuple(starts.values()),
        Groups(by_group),
        tuple(by_group.values()),
        sum(_HALF << _BITS * number for number in range(len(starts))),
    )


@cache
def _fitted() -> Ear:
    content = table("heard")
    return ear(
        {label: told["start"] / HUNDREDTH for label, told in content.items()},
        {
            label: {group: weight for weight, words in told["groups"].items() for group in words.split()}
            for label, told in content.items()
        },
    )


def heard(text: str, parts: Parts, known: Iterable[Hit]) -> Iterator[Hit]:
    """Acts of labels that no known hit of the sentence has, each at the clause where it is loudest."""
    hits = sorted(known, key=lambda hit: hit.start)
    starts = [hit.start for hit in hits]
    ear = _fitted()
    alone, beside = (math.log(chance / (1 - chance)) for chance in (_HEARD, _BESIDE))
    for index in range(len(parts.paragraphs)):
        for sentence in parts.sentences(index):
            if sentence.end - sentence.start < _SHORTEST:
                continue
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            named = {hit.label for hit in hits[first:last]}
            least = beside if named else alone
            scores = ear.scores(sentence.of(text))
            for number, label in enumerate(ear.labels):
                if scores[number] >= least and label not in named:
                    clause = _loudest(text, ear, number, parts.clauses(sentence))
                    yield Hit(label, _ACT, clause.start, clause.end)


def _loudest(text: str, ear: Ear, number: int, clauses: Sequence[Stretch]) -> Stretch:
    if len(clauses) == 1:
        return clauses[0]
    return max(clauses, key=lambda each: ear.scores(each.of(text))[number])
