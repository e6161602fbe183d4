"""Weighs the short groups of letters by which a text that orders differs from one that tells, bans, asks or offers.

A logistic regression in plain Python over the development texts of `notices/` (the test split is never read) and the sentences in
the tables of the tests: groups of one to three letters that stand in several scenarios, the strongest of them fitted again, rounded,
and written to the lexicon of the check (`check/text/lexicon/order.yaml`). `--folds N` prints what it would say of scenarios it has not seen instead of writing.
"""

import argparse
import hashlib
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import qingzhuang.check.text.lexicon as home
from qingzhuang.check.text.normal import normalise
from qingzhuang.check.text.order import TENTH, groups
from tests.check.text.tables import orders, others

NOTICES = Path(__file__).resolve().parent / "notices"
FILES = ("written", "generated", "blind", "blind2")
TARGET = Path(home.__file__).parent / "order.yaml"
SEEN, KEPT = 3, 5000
ROUNDS, STEP, SHRINK = 12, 0.25, 2e-4
HEAD = """\
# Short groups of letters, by how far (in tenths) they speak for a text that orders or against it. Fitted by
# `python -m benchmarks.order` on the development texts; do not edit by hand.
"""


@dataclass(frozen=True)
class Sample:
    """A text as its groups of letters."""

    family: str
    ordered: bool
    groups: tuple[str, ...]


@dataclass
class Weights:
    """What each group weighs, and where the scale begins."""

    start: float
    of: dict[str, float]

    def chance(self, found: Iterable[str]) -> float:
        """How likely a text with these groups orders."""
        known = [self.of[each] for each in found if each in self.of]
        return 1 / (1 + math.exp(-self.start - sum(known) / math.sqrt(len(known) + 1)))


def samples() -> list[Sample]:
    """The development texts of all files."""
    found: list[Sample] = []
    for name in FILES:
        path = NOTICES / f"{name}.jsonl"
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            item = json.loads(line)
            if item["split"] == "dev" and not item["debatable"]:
                letters = tuple(sorted(groups(normalise(item["text"]).text)))
                found.append(Sample(f"{name} {item['family']}", bool(item["label"]), letters))
    return found


def sentences() -> list[Sample]:
    """The sentences in the tables of the tests: what a text of one line sounds like."""
    listed = [(text, True) for text in orders()] + [(text, False) for text in others()]
    return [
        Sample(f"sentence {text}", ordered, tuple(sorted(groups(normalise(text).text))))
        for text, ordered in listed
    ]


def fit(texts: list[Sample]) -> Weights:
    """Weights of the strongest groups."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for each in text.groups:
            seen[each].add(text.family)
    common = {each for each, families in seen.items() if len(families) >= SEEN}
    first = _descend(texts, common)
    strongest = sorted(first.of, key=lambda each: (-abs(first.of[each]), each))[:KEPT]
    return _descend(texts, set(strongest))


def _descend(texts: list[Sample], known: set[str]) -> Weights:
    rows = [(text.ordered, [each for each in text.groups if each in known]) for text in texts]
    weights: defaultdict[str, float] = defaultdict(float)
    steps: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    start, chance = 0.0, random.Random(1)  # noqa: S311
    for _ in range(ROUNDS):
        chance.shuffle(rows)
        for ordered, found in rows:
            scale = 1 / math.sqrt(len(found) + 1)
            score = start + scale * sum(weights[each] for each in found)
            miss = 1 / (1 + math.exp(-score)) - ordered
            for each in found:
                slope = miss * scale + SHRINK * weights[each]
                steps[each] += slope * slope
                weights[each] -= STEP * slope / math.sqrt(steps[each])
            start -= 0.05 * miss
    return Weights(start, dict(weights))


def chances(texts: list[Sample], folds: int) -> list[float]:
    """How likely each text orders, by what the other folds of scenarios say."""
    found = [0.0] * len(texts)
    for fold in range(folds):
        weights = fit([text for text in texts if _fold(text, folds) != fold])
        for at, text in enumerate(texts):
            if _fold(text, folds) == fold:
                found[at] = weights.chance(text.groups)
    return found


def _fold(text: Sample, folds: int) -> int:
    return int(hashlib.sha256(text.family.encode()).hexdigest(), 16) % folds


def write(weights: Weights) -> str:
    """The file of the lexicon."""
    by_weight: defaultdict[int, list[str]] = defaultdict(list)
    for each, weight in sorted(weights.of.items()):
        by_weight[round(weight * TENTH)].append(each)
    blocks = [f"start: {round(weights.start * TENTH)}\n", "groups:\n"]
    for weight, listed in sorted(by_weight.items()):
        if weight:
            blocks.append(f"  {weight}: >-\n" + "".join(f"    {line}\n" for line in _lines(listed)))
    return HEAD + "".join(blocks)


def _lines(listed: list[str]) -> Iterable[str]:
    line = ""
    for each in listed:
        if len(line) + len(each) > 110:
            yield line.rstrip()
            line = ""
        line += each + " "
    yield line.rstrip()


def report(texts: list[Sample], found: list[float]) -> None:
    """Precision and recall of the weights alone, file by file."""
    for name in (*FILES, "sentence"):
        rows = [
            (text.ordered, chance)
            for text, chance in zip(texts, found, strict=True)
            if text.family.split()[0] == name
        ]
        for line in (0.2, 0.5, 0.7):
            cells = Counter((ordered, chance >= line) for ordered, chance in rows)
            hit, false, missed = cells[True, True], cells[False, True], cells[True, False]
            precision, recall = hit / max(hit + false, 1), hit / max(hit + missed, 1)
            print(f"{name:10} {len(rows):4} texts, from {line}: P {precision:.2f} R {recall:.2f}")


def main() -> None:
    """Write the weights, or say how they do on scenarios held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    texts = samples() + sentences()
    if options.folds:
        report(texts, chances(texts, options.folds))
    else:
        TARGET.write_text(write(fit(texts)), encoding="utf-8")


if __name__ == "__main__":
    main()
