"""What the scale of doubt is worth on fields of work that it never saw: each field is held out as a whole, with every pair of its issuers.

`python -m benchmarks.doubt [--plain]`. Development pairs only. Printed: verdicts before and after by fields (all, and the eight that were only
counted while words were written), silent misses and questions per match, risk and coverage, calibration, and how many questions a person
answers until half, four fifths and nine tenths of the matches are confirmed, in several orders. `--plain` also fits without strangers,
without forgotten words, and trees instead.
"""

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.doubt_cases import Case, development, family, gathered
from benchmarks.doubt_fit import fit, matrix
from benchmarks.pairs import VERDICTS, Pair, f1, least_precision
from rapidfuzz import fuzz

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.lexicon import Doubt
from qingzhuang.match.vocabulary.load import default

COUNTED = frozenset(
    f"formitem/{each}"
    for each in ("health", "agri", "migrant", "medins2", "forestry", "ecology", "coop2", "public_security")
)
"""Fields that nobody read while writing words and rules."""
Fitter = Callable[[Sequence[Case], Sequence[Case], Sequence[Case]], Callable[[Case], float]]


def scale(cases: Sequence[Case], again: Sequence[Case], others: Sequence[Case]) -> Callable[[Case], float]:
    """The scale that ships, fitted on these."""
    doubt = fit(cases, again, others)
    return lambda case: likely(case, doubt)


def likely(case: Case, doubt: Doubt) -> float:
    """How likely a case is one item by a scale."""
    known = doubt.weights
    score = doubt.start + sum(known[sign] * value for sign, value in case.signs.items() if sign in known)
    return 1 / (1 + math.exp(-score))


def trees(cases: Sequence[Case], again: Sequence[Case], others: Sequence[Case]) -> Callable[[Case], float]:
    """Small boosted trees on the same."""
    from sklearn.ensemble import GradientBoostingClassifier

    every = [*cases, *again, *others]
    names = sorted({sign for case in cases for sign in case.signs})
    firm = len(cases) + len(again) / 2
    weights = [1.0] * len(cases) + [0.5] * len(again) + [firm / max(1, len(others))] * len(others)
    model = GradientBoostingClassifier(
        n_estimators=80, max_depth=2, learning_rate=0.1, subsample=0.7, random_state=1
    )
    model.fit(matrix(every, names), [case.gold == "equal" for case in every], sample_weight=weights)
    return lambda case: float(model.predict_proba(matrix([case], names))[0, 1])


@dataclass(frozen=True)
class Held:
    """What scales said that never saw the pair's field or issuers, by id of the pair."""

    cases: tuple[Case, ...]
    said: Mapping[str, float]


def held_out(cases: Sequence[Case], again: Sequence[Case], others: Sequence[Case], fitter: Fitter) -> Held:
    """Fit once for each field without it and without its issuers. A stranger is judged by scales without either of its fields, on average."""
    said: defaultdict[str, list[float]] = defaultdict(list)
    fields = {next(iter(case.families)) for case in (*cases, *others) if len(case.families) == 1}
    for field in sorted(fields):
        inside = [case for case in cases if field in case.families]
        issuers = frozenset[str]().union(*(case.issuers for case in inside))

        def free(case: Case, field: str = field, issuers: frozenset[str] = issuers) -> bool:
            return field not in case.families and not case.issuers & issuers

        judge = fitter(*([case for case in part if free(case)] for part in (cases, again, others)))
        for case in (*inside, *(each for each in others if field in each.families)):
            said[case.id].append(judge(case))
    kept = [case for case in (*cases, *others) if case.id in said]
    return Held(tuple(kept), {name: sum(found) / len(found) for name, found in said.items()})


def area(held: Held, among: Callable[[Case], bool]) -> float:
    """How often a match is put before a pair that is none (area under the curve)."""
    good = [held.said[each.id] for each in held.cases if among(each) and each.gold == "equal"]
    bad = [held.said[each.id] for each in held.cases if among(each) and each.gold != "equal"]
    return sum((a > b) + (a == b) / 2 for a in good for b in bad) / ((len(good) * len(bad)) or 1)


def verdicts(pairs: Sequence[Pair], held: Held, most: float) -> tuple[list[str], list[str]]:
    """The verdicts by rules alone, and with questions where at most so many are expected for a match."""
    lexicon = default()
    silent = replace(lexicon.policy, decisions={**lexicon.policy.decisions, "questions-per-match": "0"})
    rules = replace(lexicon, policy=silent)
    before = [decide(pair.a, pair.b, rules).verdict.value for pair in pairs]
    after = [
        "unsure" if said == "distinct" and held.said.get(pair.id, 0.0) * most >= 1 else said
        for pair, said in zip(pairs, before, strict=True)
    ]
    return before, after


def told(name: str, gold: Sequence[str], said: Sequence[str]) -> None:
    """Print what a set of verdicts is worth."""
    hits = Counter(zip(gold, said, strict=True))
    right, every = hits["equal", "equal"], said.count("equal")
    scores = " ".join(f"{verdict[:6]} {f1(gold, said, verdict):.3f}" for verdict in VERDICTS)
    print(
        f"{name:<34} agreement {sum(hits[v, v] for v in VERDICTS) / len(gold):.3f}; F1 {scores}; silent misses {hits['equal', 'distinct']} of "
        f"{gold.count('equal')}; unsure {said.count('unsure') / len(said):.1%}; equal {right} of {every}, at least {least_precision(right, every - right):.3f}"
    )


def risk(pairs: Sequence[Pair], held: Held) -> None:
    """Print how the verdicts that are given stand against the share that is left to people."""
    gold = [pair.verdict for pair in pairs]
    print(
        "questions allowed a match: unsure, agreement of what is decided, F1 of it: equal, distinct; silent misses; matches asked of questions"
    )
    for most in (0, 1.5, 2, 3, 4, 6, 10, 1000):
        before, said = verdicts(pairs, held, most)
        kept = [(g, s) for g, s in zip(gold, said, strict=True) if s != "unsure"]
        golds, saids = [g for g, _s in kept], [s for _g, s in kept]
        moved = [g for g, b, s in zip(gold, before, said, strict=True) if b != s]
        print(
            f"  {most:>6}: {said.count('unsure') / len(said):6.1%} {sum(g == s for g, s in kept) / len(kept):.3f} {f1(golds, saids, 'equal'):.3f} "
            f"{f1(golds, saids, 'distinct'):.3f} {sum(p == ('equal', 'distinct') for p in kept):>4} {moved.count('equal'):>4} of {len(moved)}"
        )


def calibration(held: Held, share: float) -> float:
    """The expected calibration error over ten bins of one width; all strangers together weigh `share` of what is labelled."""
    bins: defaultdict[int, list[tuple[float, float, float]]] = defaultdict(list)
    labelled_ = sum(bool(case.gold) for case in held.cases)
    of_each = share * labelled_ / max(1, len(held.cases) - labelled_)
    for case in held.cases:
        said = held.said[case.id]
        bins[min(9, int(10 * said))].append(
            (1.0 if case.gold else of_each, said, float(case.gold == "equal"))
        )
    every = sum(weight for found in bins.values() for weight, _said, _true in found)
    off = (abs(sum(weight * (said - true) for weight, said, true in found)) for found in bins.values())
    return sum(off) / every


def orders(held: Held, fresh: bool) -> Iterator[tuple[str, list[list[bool]]]]:
    """The queue in several orders (of those with chance in them several times), as whether each pair is a match. `fresh`: with strangers."""
    cases = sorted((each for each in held.cases if each.gold or fresh), key=lambda each: each.id)

    def by(worth: Callable[[Case], float]) -> list[list[bool]]:
        found = list[list[bool]]()
        for seed in range(20):
            lot = random.Random(seed)  # noqa: S311
            mixed = sorted(cases, key=lambda _case: lot.random())
            found.append([each.gold == "equal" for each in sorted(mixed, key=lambda case: -worth(case))])
        return found

    yield "chance", by(lambda case: held.said[case.id])
    yield "uncertainty of that, 4p(1-p)", by(lambda case: held.said[case.id] * (1 - held.said[case.id]))
    yield "by rule, learnt as one goes (before)", [_by_rule(cases, seed) for seed in range(20)]
    yield "rapidfuzz ratio", by(lambda case: fuzz.ratio(case.a.label, case.b.label))
    yield "by lot", by(lambda _case: 0.0)


def _by_rule(cases: Sequence[Case], seed: int) -> list[bool]:
    """4p(1-p), p the share of pairs of the rule that were the same so far, (same + 1) / (all + 2)."""
    lot = random.Random(seed)  # noqa: S311
    left: defaultdict[str, list[bool]] = defaultdict(list)
    for case in sorted(cases, key=lambda _case: lot.random()):
        left[case.rule].append(case.gold == "equal")
    same, every, found = Counter[str](), Counter[str](), list[bool]()
    while left:

        def worth(rule: str) -> tuple[float, float]:
            p = (same[rule] + 1) / (every[rule] + 2)
            return p * (1 - p), lot.random()

        rule = max(left, key=worth)
        hit = left[rule].pop()
        found.append(hit)
        same[rule] += hit
        every[rule] += 1
        if not left[rule]:
            del left[rule]
    return found


def until(asked: Sequence[bool], share: float) -> int:
    """How many questions until so large a share of the matches is confirmed."""
    wanted, found = math.ceil(share * sum(asked)), 0
    for number, hit in enumerate(asked, 1):
        found += hit
        if found >= wanted:
            return number
    return len(asked)


def queue(held: Held) -> None:
    """Print how long a person answers."""
    for fresh in (False, True):
        print(
            f"questions until 50, 80, 90 % of the matches are confirmed{', strangers between' if fresh else ''}"
        )
        for name, runs in orders(held, fresh):
            means = [sum(until(run, share) for run in runs) / len(runs) for share in (0.5, 0.8, 0.9)]
            print(
                f"  {name:<38} {means[0]:6.0f} {means[1]:6.0f} {means[2]:6.0f} of {len(runs[0])} ({sum(runs[0])} matches)"
            )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plain", action="store_true", help="also without what was added, and with trees")
    options = parser.parse_args()
    pairs, lexicon = development(), default()
    cases, again, others = gathered(pairs, lexicon)
    ways: dict[str, tuple[Sequence[Case], Sequence[Case], Fitter]] = {"as it ships": (again, others, scale)}
    if options.plain:
        ways |= {
            "without strangers": (again, (), scale),
            "without forgotten words": ((), others, scale),
            "boosted trees": (again, others, trees),
        }
    held: dict[str, Held] = {}
    for name, (more, strange, fitter) in ways.items():
        held[name] = found = held_out(cases, more, strange, fitter)
        print(
            f"{name}: area under the curve, labelled {area(found, lambda each: bool(each.gold)):.3f}, counted fields "
            f"{area(found, lambda each: bool(each.families & COUNTED) and bool(each.gold)):.3f}, with strangers {area(found, lambda _each: True):.3f}; "
            f"calibration error labelled {calibration(found, 0):.3f}, with strangers {calibration(found, 1):.3f}"
        )
    ours, most = held["as it ships"], float(lexicon.policy.decisions["questions-per-match"])
    for name, among in {
        "development": pairs,
        "formitem": [pair for pair in pairs if pair.id.startswith("formitem")],
        "formitem, fields counted only": [pair for pair in pairs if family(pair) in COUNTED],
    }.items():
        gold = [pair.verdict for pair in among]
        for state, said in zip(("rules alone", "with questions"), verdicts(among, ours, most), strict=True):
            told(f"{name}, {state}", gold, said)
        risk(among, ours)
    queue(ours)


if __name__ == "__main__":
    main()
