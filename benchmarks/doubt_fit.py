"""Fits the scale of doubt (`match/lexicon/doubt.yaml`): a logistic regression (scikit-learn) over the signs of pairs that only a person can settle.

Development pairs alone, the test split is never read. `python -m benchmarks.doubt_fit [--to FILE]`
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import numpy as np
from benchmarks.doubt_cases import FORGOTTEN, Case, development, gathered
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from qingzhuang.match.vocabulary.lexicon import Doubt
from qingzhuang.match.vocabulary.load import default

TARGET = Path(str(files("qingzhuang.match"))) / "lexicon" / "doubt.yaml"
SOFT = 0.5
HALF = 0.5  # what a pair counts that is seen again with words forgotten
MET = 2.0  # what a pair counts of two whole forms held against each other
SEEN = 12  # a sign that stands in fewer labelled pairs is left out
HEAD = """\
# How likely two items are one that only a person can tell: what each sign of a pair (match/doubt/signs.py) adds, in hundredths of log odds.
# Author: Qingzhuang, {day}. Fitted by `python -m benchmarks.doubt_fit` on {pairs} labelled pairs of the development split (the test split was
# never read), each also {times} times with part of the lexicon forgotten, and {strangers} pairs of strangers; do not edit by hand.
"""


def fit(cases: Sequence[Case], again: Sequence[Case], others: Sequence[Case]) -> Doubt:
    """Fit the scale. All pairs picked by hand together weigh as much as all strangers, whose being one is taken as not so; pairs of whole forms, which are met
    in use, weigh what `MET` says, so that the number of questions a match is true of these."""
    counts = Counter(sign for case in cases for sign, value in case.signs.items() if value)
    names = sorted(sign for sign, count in counts.items() if count >= SEEN)
    every = [*cases, *again, *others]
    firm = len(cases) + HALF * len(again)
    lone = [1.0] * len(cases) + [HALF] * len(again) + [firm / max(1, len(others))] * len(others)
    weights = [MET if case.met else weight for case, weight in zip(every, lone, strict=True)]
    model = LogisticRegression(C=SOFT, solver="liblinear", random_state=1)
    model.fit(matrix(every, names), [case.gold == "equal" for case in every], sample_weight=weights)
    return Doubt(
        round(100 * float(model.intercept_[0])) / 100,
        {
            name: weight
            for name, each in zip(names, model.coef_[0], strict=True)
            if (weight := round(100 * float(each)) / 100)
        },
    )


def matrix(cases: Sequence[Case], names: Sequence[str]) -> NDArray[np.float64]:
    """The signs as a table."""
    return np.array([[case.signs.get(name, 0.0) for name in names] for case in cases])


def written(doubt: Doubt, pairs: int, others: int) -> str:
    """The file, the weightiest sign first."""
    head = HEAD.format(day=datetime.now(UTC).date(), pairs=pairs, times=len(FORGOTTEN), strangers=others)
    ordered = sorted(doubt.weights.items(), key=lambda each: (-abs(each[1]), each[0]))
    lines = "".join(f"  {name}: {round(100 * weight)}\n" for name, weight in ordered)
    return f"{head}start: {round(100 * doubt.start)}\nweights:\n{lines}"


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    pairs, lexicon = development(), default()
    cases, again, others = gathered(pairs, lexicon)
    doubt = fit(cases, again, others)
    options.to.write_text(written(doubt, len(cases), len(others)), encoding="utf-8")
    print(f"{len(cases)} pairs, {len(again)} again, {len(others)} strangers; {len(doubt.weights)} signs")


if __name__ == "__main__":
    main()
