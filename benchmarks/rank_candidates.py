"""Reading the weights of `match/proposing/ranking.yaml` off development pairs: `python -m benchmarks.rank_candidates [--rounds N]`.

FormItem-ZH's dev part (strangers with titles) and the development half of the pairs across two vendors, pools of all there
are; no other pairs. For each item the partner is held against all that was drawn and is no partner (logistic loss, both sets
weigh the same, weights kept small); plain gradient steps with a pace of their own for each weight (Adam). Prints the weights.
"""

import argparse
import math
from collections.abc import Iterator, Sequence

from benchmarks.candidates import sets
from benchmarks.partners import pool, strangers

from qingzhuang.match.proposing.alike import Alike
from qingzhuang.match.proposing.ranking import AROUND, WORDS, Signs, weighed
from qingzhuang.match.vocabulary.load import default

_SMALL, _PACE, _KEEP, _KEEP_SQUARE = 0.01, 0.1, 0.9, 0.999
Case = tuple[float, list[Signs], list[Signs]]  # its weight, the signs of partners, of others


def cases() -> Iterator[Case]:
    """Yield each item that has a partner among what is drawn."""
    for name, pairs, titled in sets(("grid-dev", "dev")):
        if "without titles" in name:
            continue
        columns, partners = pool(pairs, strangers(titled), 20000)
        alike = Alike(columns, default())
        for asked, wanted in sorted(partners.items()):
            around = alike.around.signs(columns[asked])
            signs = {n: (*own, *around(n)) for n, own in alike.signs(columns[asked]).items() if n != asked}
            right = [each for n, each in signs.items() if n in wanted]
            if right:
                yield 1 / len(partners), right, [each for n, each in signs.items() if n not in wanted]


def slope(weights: Sequence[float], found: Sequence[Case]) -> list[float]:
    """How the loss changes with each weight."""
    total = [_SMALL * each for each in weights]
    for weight, right, wrong in found:
        against = [(math.exp(weighed(signs, weights)), signs) for signs in wrong]
        base = sum(each for each, _signs in against)
        pull = [sum(each * signs[at] for each, signs in against) for at in range(len(weights))]
        for signs in right:
            own = math.exp(weighed(signs, weights))
            for at, value in enumerate(signs):
                expected = (pull[at] + own * value) / (base + own)
                total[at] += weight / math.sqrt(len(right)) * (expected - value)
    return total


def fitted(found: Sequence[Case], rounds: int) -> list[float]:
    """The weights after so many steps."""
    weights = [0.0] * len(WORDS + AROUND)
    mean, square = list(weights), list(weights)
    for step in range(1, rounds + 1):
        for at, each in enumerate(slope(weights, found)):
            mean[at] = _KEEP * mean[at] + (1 - _KEEP) * each
            square[at] = _KEEP_SQUARE * square[at] + (1 - _KEEP_SQUARE) * each * each
            pace = mean[at] / (1 - _KEEP**step)
            weights[at] -= _PACE * pace / (math.sqrt(square[at] / (1 - _KEEP_SQUARE**step)) + 1e-8)
    return weights


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=150)
    rounds = parser.parse_args().rounds
    found = fitted(list(cases()), rounds)
    for name, weight in zip(WORDS + AROUND, found, strict=True):
        print(f"{name}: {weight:.2f}")


if __name__ == "__main__":
    main()
