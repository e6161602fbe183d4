"""Weighs the short groups of letters by which an act that is ordered differs from one that is told, banned, asked or offered.

A logistic regression (scikit-learn) over every act that the check finds in the development texts of `notices/` (the test split is
never read) and in the sentences of the tests' tables: groups of one to three letters of the text, of the sentence, and next to the act
that stand in several scenarios; the strongest are fitted again, rounded, and written to the lexicon of the check
(`check/text/lexicon/order.yaml`). `--without NAME…` leaves files or scenarios out ("blind", "blind3 c-"); `--to FILE` writes elsewhere.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import qingzhuang.check.text.lexicon as home
from qingzhuang.check.text.decide import Reader
from qingzhuang.check.text.normal import Normal, normalise
from qingzhuang.check.text.order import HUNDREDTH, PLACES, groups, stretches
from qingzhuang.packs.load import encoded
from tests.check.text.tables import orders, others

NOTICES = Path(__file__).resolve().parent / "notices"
FILES = ("written", "generated", "blind", "blind2", "blind3", "blind4", "blind5")
TARGET = Path(home.__file__).parent / "order.yaml"
SEEN, KEPT, SOFT, PROMISED = 5, 14000, 1.5, 8.0
ROUGH, FINE = 3e-3, 3e-4  # how finely a fit is solved: first only to know the strongest
MARKS = {"^", "$", "|"}  # where a stretch begins and ends says nothing by itself
HEAD = """\
# Short groups of letters by how far (in hundredths) they speak for an act that is ordered or against it, by where they stand.
# Fitted by `python -m benchmarks.order` on the development texts; do not edit by hand.
"""

Feature = tuple[int, str]


@dataclass(frozen=True)
class Sample:
    """An act in a text, as the groups of letters around it."""

    family: str
    ordered: bool
    features: tuple[frozenset[str], ...]


def developed(files: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The development texts with the scenario of each; test is never read, nor what is debatable."""
    for name in files:
        for line in (NOTICES / f"{name}.jsonl").read_text("utf-8").splitlines():
            item = json.loads(line)
            if item["split"] == "dev" and not item["debatable"]:
                yield f"{name} {item['family']}", item


def samples(files: Iterable[str]) -> Iterator[Sample]:
    """The acts of the development texts."""
    for family, item in developed(files):
        yield from _acts(family, item["text"], item["spans"])


def _acts(family: str, text: str, spans: list[Mapping[str, int | str]]) -> Iterator[Sample]:
    normal = normalise(text)
    for read in Reader(normal.text).read():
        start, end = _origin(normal, read.place.sentence.start, read.place.sentence.end)
        ordered = any(
            span["label"] == read.hit.label and span["start"] < end and start < span["end"]  # type: ignore[operator]
            for span in spans
        )
        yield Sample(family, ordered, _features(normal, read))


def _origin(normal: Normal, start: int, end: int) -> tuple[int, int]:
    return normal.span(start, max(end, start + 1))


def _features(normal: Normal, read) -> tuple[frozenset[str], ...]:  # type: ignore[no-untyped-def]
    listed = stretches(normal.text, read.place.sentence, read.hit.start, read.hit.end)
    return tuple(frozenset(groups(each) - MARKS) for each in listed)


def sentences() -> Iterator[Sample]:
    """The acts of the sentences in the tables of the tests, which say what a text of one line sounds like, and of the rules' own
    words on how the same is asked lawfully."""
    lawful = [each.rule.rewrite for each in encoded().values()]
    listed = [*((text, True) for text in orders()), *((text, False) for text in (*others(), *lawful))]
    for text, ordered in listed:
        normal = normalise(text)
        for read in Reader(normal.text).read():
            yield Sample(f"sentence {text}", ordered, _features(normal, read))


def fit(rows: list[Sample]) -> tuple[float, list[dict[str, float]]]:
    """Where the scale begins, and the weights of the strongest groups, place by place."""
    seen: defaultdict[Feature, set[str]] = defaultdict(set)
    for row in rows:
        for feature in _listed(row):
            if len(seen[feature]) < SEEN:
                seen[feature].add(row.family)
    common = [feature for feature, families in seen.items() if len(families) >= SEEN]
    start, weights = _regress(rows, common, ROUGH)
    strongest = sorted(weights, key=lambda each: (-abs(weights[each]), each))[:KEPT]
    start, weights = _regress(rows, strongest, FINE)
    found: list[dict[str, float]] = [{} for _ in PLACES]
    for (place, group), weight in weights.items():
        found[place][group] = weight
    return start, found


def _listed(row: Sample) -> Iterator[Feature]:
    return ((place, group) for place, found in enumerate(row.features) for group in found)


def _regress(rows: list[Sample], known: list[Feature], finely: float) -> tuple[float, dict[Feature, float]]:
    numbers = {feature: number for number, feature in enumerate(sorted(known))}
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        for place, found in enumerate(row.features):
            here = [numbers[place, group] for group in sorted(found) if (place, group) in numbers]
            columns += here
            values += [1 / np.sqrt(len(here) + 1)] * len(here)
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(rows), len(numbers)))
    model = LogisticRegression(C=SOFT, solver="liblinear", tol=finely, random_state=1)
    # what the tests' tables promise of one sentence counts for several texts
    firm = [PROMISED if row.family.startswith("sentence ") else 1.0 for row in rows]
    model.fit(matrix, [row.ordered for row in rows], firm)
    return float(model.intercept_[0]), dict(zip(sorted(known), model.coef_[0].tolist(), strict=True))


def write(start: float, weights: list[dict[str, float]]) -> str:
    """The file of the lexicon."""
    blocks = [f"start: {round(start * HUNDREDTH)}\n"]
    for place, found in zip(PLACES, weights, strict=True):
        by_weight: defaultdict[int, list[str]] = defaultdict(list)
        for each, weight in sorted(found.items()):
            by_weight[round(weight * HUNDREDTH / STEP) * STEP].append(each)
        blocks.append(f"{place}:\n")
        for weight, listed in sorted(by_weight.items()):
            if weight:
                blocks.append(f"  {weight}: >-\n" + "".join(f"    {line}\n" for line in lines(listed)))
    return HEAD + "".join(blocks)


STEP = 10


def lines(listed: list[str]) -> Iterable[str]:
    line = ""
    for each in listed:
        if len(line) + len(each) > 110:
            yield line.rstrip()
            line = ""
        line += each + " "
    yield line.rstrip()


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    without = tuple(options.without)
    rows = [*(row for row in samples(FILES) if not row.family.startswith(without)), *sentences()]
    start, weights = fit(rows)
    options.to.write_text(write(start, weights), encoding="utf-8")
    print(f"{len(rows)} acts, {sum(map(len, weights))} groups")


if __name__ == "__main__":
    main()
