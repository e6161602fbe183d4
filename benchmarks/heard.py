"""Weighs the short groups of letters by which a practice is heard in a sentence that names it by no word of the lexicon.

A logistic regression (scikit-learn) a label over every sentence of the development texts of `notices/` (the test split is never read):
groups of one to three letters that stand in several scenarios; the strongest are fitted again, rounded, and written to
`check/text/lexicon/heard.yaml`. `--without NAME…` leaves files or scenarios out ("blind", "blind3 c-"); `--to FILE` writes elsewhere.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.notices_marks import LABELS
from benchmarks.order import FILES, MARKS, PROMISED, developed, lines
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import qingzhuang.check.text.lexicon as home
from qingzhuang.check.text.normal import normalise
from qingzhuang.check.text.order import HUNDREDTH, groups
from qingzhuang.check.text.parts import Parts
from tests.check.text.tables import labelled

TARGET = Path(home.__file__).parent / "heard.yaml"
SEEN, KEPT, SOFT, STEP = 4, 1500, 10.0, 10
HEAD = """\
# Short groups of letters by how far (in hundredths) they speak for a practice in a sentence, label by label.
# Fitted by `python -m benchmarks.heard` on the development texts; do not edit by hand.
"""


@dataclass(frozen=True)
class Sentence:
    """The groups of a sentence, and the labels whose duty it carries."""

    family: str
    groups: frozenset[str]
    labels: frozenset[str]


def sentences(files: Iterable[str]) -> Iterator[Sentence]:
    """Every sentence of the development texts."""
    for family, item in developed(files):
        yield from _cut(family, item)


def _cut(family: str, item: dict[str, Any]) -> Iterator[Sentence]:
    normal = normalise(item["text"])
    parts = Parts(normal.text)
    for index in range(len(parts.paragraphs)):
        for each in parts.sentences(index):
            start, end = normal.span(each.start, max(each.end, each.start + 1))
            labels = {span["label"] for span in item["spans"] if span["start"] < end and start < span["end"]}
            yield Sentence(family, frozenset(groups(f"^{each.of(normal.text)}$") - MARKS), frozenset(labels))


def promised() -> Iterator[Sentence]:
    """The texts of the tests' tables that are of one sentence, and every sentence of those that order nothing."""
    for text, labels in labelled():
        normal = normalise(text)
        parts = Parts(normal.text)
        cut = [each for index in range(len(parts.paragraphs)) for each in parts.sentences(index)]
        if len(cut) == 1 or not labels:
            for each in cut:
                found = frozenset(groups(f"^{each.of(normal.text)}$") - MARKS)
                yield Sentence(f"sentence {text}", found, frozenset(labels))


def fit(rows: list[Sentence]) -> dict[str, tuple[float, dict[str, float]]]:
    """For each label where its scale begins, and the weights of its strongest groups."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for group in row.groups:
            if len(seen[group]) < SEEN:
                seen[group].add(row.family)
    common = sorted(group for group, families in seen.items() if len(families) >= SEEN)
    firm = [PROMISED if row.family.startswith("sentence ") else 1.0 for row in rows]
    whole = _matrix(rows, common)
    strongest = {label: _strongest(whole, common, _ordered(rows, label), firm) for label in LABELS}
    kept = sorted(set().union(*strongest.values()))  # what is found is counted alike for all labels
    matrix = _matrix(rows, kept)
    return {
        label: _regress(matrix, kept, sorted(strongest[label]), _ordered(rows, label), firm)
        for label in LABELS
    }


def _ordered(rows: list[Sentence], label: str) -> list[bool]:
    return [label in row.labels for row in rows]


def _matrix(rows: list[Sentence], known: list[str]) -> csr_matrix:
    numbers = {group: number for number, group in enumerate(known)}
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        here = [numbers[group] for group in sorted(row.groups) if group in numbers]
        columns += here
        values += [1 / np.sqrt(len(here) + 1)] * len(here)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(rows), len(known)))


def _strongest(matrix: csr_matrix, known: list[str], ordered: list[bool], firm: list[float]) -> set[str]:
    weights = _model(matrix, ordered, firm).coef_[0]
    listed = sorted(zip(-np.abs(weights), known, strict=True))
    return {group for _, group in listed[:KEPT]}


def _regress(
    matrix: csr_matrix, known: list[str], wanted: list[str], ordered: list[bool], firm: list[float]
) -> tuple[float, dict[str, float]]:
    numbers = {group: number for number, group in enumerate(known)}
    model = _model(matrix[:, [numbers[group] for group in wanted]], ordered, firm)
    return float(model.intercept_[0]), dict(zip(wanted, model.coef_[0].tolist(), strict=True))


def _model(matrix: csr_matrix, ordered: list[bool], firm: list[float]) -> LogisticRegression:
    return LogisticRegression(C=SOFT, solver="liblinear", random_state=1).fit(matrix, ordered, firm)


def write(found: dict[str, tuple[float, dict[str, float]]]) -> str:
    """The file of the lexicon."""
    blocks = [HEAD]
    for label, (start, weights) in found.items():
        by_weight: defaultdict[int, list[str]] = defaultdict(list)
        for each, weight in sorted(weights.items()):
            by_weight[round(weight * HUNDREDTH / STEP) * STEP].append(each)
        blocks.append(f"{label}:\n  start: {round(start * HUNDREDTH)}\n  groups:\n")
        for weight, listed in sorted(by_weight.items()):
            if weight:
                blocks.append(f"    {weight}: >-\n" + "".join(f"      {line}\n" for line in lines(listed)))
    return "".join(blocks)


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    rows = [row for row in sentences(FILES) if not row.family.startswith(tuple(options.without))]
    found = fit([*rows, *promised()])
    options.to.write_text(write(found), encoding="utf-8")
    print(f"{len(rows)} sentences, {sum(len(each[1]) for each in found.values())} groups")


if __name__ == "__main__":
    main()
