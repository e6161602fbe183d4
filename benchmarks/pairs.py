"""Labelled pairs of form items: verdicts of the matcher, beside baselines that see the labels only.

`pairs/*.jsonl`: look at split dev while working; run test only to report. `--list FILE` writes what differs. Of test the
figures are also printed for pairs of which no issuer stands in dev. `pairs/second/*.jsonl` are verdicts of a second annotator.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import comb
from pathlib import Path

from benchmarks.pairs_peers import Likeness, peers
from rapidfuzz import fuzz

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.verdict import ItemContext

FOLDER = Path(__file__).parent / "pairs"
VERDICTS = ("equal", "derivable", "narrower", "broader", "distinct", "unsure")
DIRECTIONS = ("a->b", "b->a", "a<->b")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items in context and what a person says of them."""

    id: str
    domain: str
    split: str
    a: ItemContext
    b: ItemContext
    verdict: str
    direction: str | None = None
    debatable: bool = False
    formula: str | None = None
    issuer_a: str | None = None
    issuer_b: str | None = None


def read(path: Path) -> Iterator[Pair]:
    """Read a file of pairs."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        sides = {side: _item(entry[side]) for side in ("a", "b")}
        yield Pair(**{**entry, **sides})


def _item(side: Mapping[str, str]) -> ItemContext:
    return ItemContext(side["label"], side.get("form"), side.get("row"), side.get("unit"), side.get("parent"))


def least_precision(right: int, wrong: int) -> float:
    """The exact one-sided 95 % lower bound of a share (Clopper and Pearson)."""
    total = right + wrong
    low, high = 0.0, right / total if total else 0.0
    for _ in range(50):
        middle = (low + high) / 2
        chance = sum(comb(total, n) * middle ** (total - n) * (1 - middle) ** n for n in range(wrong + 1))
        low, high = (middle, high) if chance < 0.05 else (low, middle)
    return low


def kappa(said: Sequence[tuple[str, str]]) -> float:
    """How far two annotators agree beyond chance (Cohen 1960)."""
    one, other = Counter(a for a, _ in said), Counter(b for _, b in said)
    agreed = sum(a == b for a, b in said) / len(said)
    chance = sum(one[verdict] * other[verdict] for verdict in one) / len(said) ** 2
    return (agreed - chance) / (1 - chance)


def agreement(path: Path, pairs: Sequence[Pair]) -> None:
    """Print how far a second annotator, who saw the bare pairs and the policy alone, agrees with the first."""
    first = {pair.id: pair for pair in pairs}
    second = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    said = [(first[each["id"]].verdict, each["verdict"]) for each in second]
    equal = [(str(a == "equal"), str(b == "equal")) for a, b in said]
    ways = [
        (first[each["id"]].direction, each["direction"])
        for each in second
        if first[each["id"]].verdict == each["verdict"] == "derivable"
    ]
    print(
        f"{path.stem}, second annotator: {len(said)} pairs, {sum(a == b for a, b in said)} alike, kappa {kappa(said):.3f}; "
        f"equal or not {kappa(equal):.3f}; directions {sum(a == b for a, b in ways)} of {len(ways)}; {scored(said)}"
    )


def scored(said: Sequence[tuple[str, str]]) -> str:
    """What a person reaches who is scored as the product is: F1 of the second against the first, of every verdict that both gave."""
    one, other = [a for a, _ in said], [b for _, b in said]
    common = [verdict for verdict in VERDICTS if (verdict, verdict) in said]
    return "F1 of a person: " + ", ".join(f"{verdict} {f1(one, other, verdict):.3f}" for verdict in common)


def strangers(pairs: Sequence[Pair], known: Sequence[Pair]) -> list[Pair]:
    """Pairs of which no issuer stands in the known ones."""
    names = {name for pair in known for name in (pair.issuer_a, pair.issuer_b)}
    return [pair for pair in pairs if pair.issuer_a and not {pair.issuer_a, pair.issuer_b} & names]


def f1(gold: Sequence[str], said: Sequence[str], verdict: str) -> float:
    """The F1 of one verdict."""
    both = sum(g == s == verdict for g, s in zip(gold, said, strict=True))
    return 2 * both / ((gold.count(verdict) + said.count(verdict)) or 1)


def report(name: str, pairs: Sequence[Pair], listing: list[str]) -> None:
    """Print the figures of one file."""
    lexicon = default()
    matches = [decide(pair.a, pair.b, lexicon) for pair in pairs]
    gold, said = [pair.verdict for pair in pairs], [match.verdict.value for match in matches]
    table = Counter(zip(gold, said, strict=True))
    print(
        f"\n{name}: {len(pairs)} pairs\n{'gold / said':12}"
        + "".join(f"{v[:7]:>9}" for v in VERDICTS)
        + "       F1"
    )
    for row in VERDICTS:
        counts = "".join(f"{table[row, column]:9}" for column in VERDICTS)
        print(f"{row:12}{counts}{f1(gold, said, row):9.3f}")
    right, told = table["equal", "equal"], said.count("equal")
    derived = [(p, m) for p, m in zip(pairs, matches, strict=True) if p.verdict == m.verdict == "derivable"]
    turned = sum(pair.direction == match.direction for pair, match in derived)
    agree = sum(table[v, v] for v in VERDICTS)
    print(
        f"agreement {agree / len(pairs):.3f}; direction right {turned} of {len(derived)}; unsure {said.count('unsure') / len(pairs):.1%}"
    )
    print(
        f"equal: precision {right} of {told}, at least {least_precision(right, told - right):.3f} (95 %); "
        f"recall {right / gold.count('equal'):.3f}"
    )
    listing += [
        f"{p.id}\t{p.verdict}\t{m.verdict}\t{m.rule}\t{p.a.label} ({p.a.form})\t{p.b.label} ({p.b.form})\t{m.why}"
        for p, m in zip(pairs, matches, strict=True)
        if p.verdict != m.verdict or (p.direction and p.direction != m.direction)
    ]


def baselines(name: str, pairs: Sequence[Pair], dev: Sequence[Pair]) -> None:
    """Print what the labels alone give for "equal"; thresholds are the best ones on dev."""
    lexicon = default()
    methods: dict[str, Callable[[str, str], bool]] = {
        "exact string": lambda a, b: a == b,
        "normalised string": lambda a, b: normalise(a, lexicon).core == normalise(b, lexicon).core,
    }
    for method, likeness in peers([side.label for pair in dev for side in (pair.a, pair.b)]).items():
        threshold = best_threshold(dev, likeness)
        methods[f"{method} ≥ {threshold:.0f}"] = partial(_reaches, likeness, threshold)
    for method, same in methods.items():
        hits = [same(pair.a.label, pair.b.label) for pair in pairs]
        right = sum(hit and pair.verdict == "equal" for hit, pair in zip(hits, pairs, strict=True))
        equal = sum(pair.verdict == "equal" for pair in pairs)
        print(f"{name} {method}: equal precision {right} of {sum(hits)}, recall {right / equal:.3f}, "
              f"F1 {2 * right / (sum(hits) + equal):.3f}")  # fmt: skip


def _reaches(likeness: Likeness, threshold: float, a: str, b: str) -> bool:
    return likeness(a, b) >= threshold


def best_threshold(pairs: Sequence[Pair], likeness: Likeness = fuzz.ratio) -> float:
    """The likeness (0 to 100) from which on calling two labels equal has the best F1."""
    scored = [(likeness(pair.a.label, pair.b.label), pair.verdict == "equal") for pair in pairs]

    def quality(threshold: float) -> float:
        hits = [equal for score, equal in scored if score >= threshold]
        return 2 * sum(hits) / (len(hits) + sum(equal for _, equal in scored))

    return max(map(float, range(101)), key=quality)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--list", type=Path, help="write every difference here")
    options = parser.parse_args()
    files = {path.stem: list(read(path)) for path in sorted(FOLDER.glob("*.jsonl"))}
    firm = {
        name: [pair for pair in pairs if pair.split == options.split and not pair.debatable]
        for name, pairs in files.items()
    }
    every = [pair for pairs in firm.values() for pair in pairs]
    listing: list[str] = []
    for name, pairs in firm.items():
        if pairs:
            report(name, pairs, listing)
    everything = [pair for pairs in files.values() for pair in pairs]
    baselines(options.split, every, [pair for pair in everything if pair.split == "dev"])
    if options.split == "test":
        alone = strangers(every, [pair for pair in everything if pair.split == "dev"])
        report("of these, pairs of issuers that dev does not know", alone, [])
    for path in sorted((FOLDER / "second").glob("*.jsonl")):
        agreement(path, everything)
    if options.list:
        options.list.write_text("\n".join(listing), encoding="utf-8")


if __name__ == "__main__":
    main()
