"""Labels made of words that no lexicon holds as a whole: what two offices say in other words, and look-alikes beside them.

`pairs/compounds/*.txt`: `# field | title | row | other title | its row`, then `= label | other label` where both ask one fact and
`! label | other label` where they do not (distinct, derivable, narrower: anything but equal). Look at dev while working; run test only to report.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.pairs import Pair, best_threshold, least_precision
from rapidfuzz import fuzz

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.verdict import ItemContext

FOLDER = Path(__file__).parent / "pairs" / "compounds"


def read(path: Path) -> Iterator[Pair]:
    """Read a file of compounds; what is not equal is called distinct."""
    head: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        mark, rest = line[0], [part.strip() for part in line[1:].split("|")]
        if mark == "#":
            head = rest
            continue
        domain, *forms = head
        a, b = (ItemContext(rest[side], forms[2 * side], forms[2 * side + 1]) for side in (0, 1))
        yield Pair(f"{path.stem}-{number}", domain, path.stem, a, b, "equal" if mark == "=" else "distinct")


def report(pairs: list[Pair], listing: list[str]) -> None:
    """Print what the matcher says."""
    lexicon = default()
    matches = [decide(pair.a, pair.b, lexicon) for pair in pairs]
    table = Counter((pair.verdict, match.verdict.value) for pair, match in zip(pairs, matches, strict=True))
    for gold, name in (("equal", "one fact"), ("distinct", "look-alikes")):
        said = {verdict: number for (one, verdict), number in sorted(table.items()) if one == gold}
        print(f"{name}: {sum(said.values())}; " + ", ".join(f"{verdict} {n}" for verdict, n in said.items()))
    _figures("product", table["equal", "equal"], table["distinct", "equal"], pairs)
    listing += [
        f"{p.id}\t{p.verdict}\t{m.verdict}\t{m.rule}\t{p.a.label} ({p.a.form})\t{p.b.label} ({p.b.form})\t{m.why}"
        for p, m in zip(pairs, matches, strict=True)
        if (p.verdict == "equal") != (m.verdict == "equal")
    ]


def baselines(pairs: list[Pair], dev: list[Pair]) -> None:
    """Print what the labels alone give for "equal"; the threshold is the best one on dev."""
    lexicon, threshold = default(), best_threshold(dev)
    methods: dict[str, Callable[[str, str], bool]] = {
        "exact string": lambda a, b: a == b,
        "normalised string": lambda a, b: normalise(a, lexicon).core == normalise(b, lexicon).core,
        f"rapidfuzz ratio ≥ {threshold:.0f}": lambda a, b: fuzz.ratio(a, b) >= threshold,
    }
    for name, same in methods.items():
        hits = [pair.verdict for pair in pairs if same(pair.a.label, pair.b.label)]
        _figures(name, hits.count("equal"), hits.count("distinct"), pairs)


def _figures(name: str, right: int, wrong: int, pairs: list[Pair]) -> None:
    equal = sum(pair.verdict == "equal" for pair in pairs)
    print(
        f"{name}: equal precision {right} of {right + wrong}, at least {least_precision(right, wrong):.3f} (95 %), "
        f"recall {right / equal:.3f}, F1 {2 * right / (right + wrong + equal):.3f}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--list", type=Path, help='write every difference of "equal" here')
    options = parser.parse_args()
    pairs, dev = (list(read(FOLDER / f"{name}.txt")) for name in (options.split, "dev"))
    listing: list[str] = []
    report(pairs, listing)
    baselines(pairs, dev)
    if options.list:
        options.list.write_text("\n".join(listing), encoding="utf-8")


if __name__ == "__main__":
    main()
