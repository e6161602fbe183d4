"""False "equal" among look-alikes of the vendor that was held out: two columns of one table, other codes, names that look alike.
`python -m benchmarks.look_alikes [--list FILE]`. Beside it what a threshold of likeness makes of them that finds as many of the
pairs that a person judged to ask the same (`partners.txt`). Prints counts only; `--list` is for a person, not for the repository.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from benchmarks.partners import HELD_OUT, judged
from benchmarks.scale_columns import labels_of, rows_of_labels
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.verdict import ItemContext, Match, Verdict

Pair = tuple[str, str]


def look_alikes() -> list[Pair]:
    """Pairs of labels that one table of the vendor has under two codes, near in letters; each once."""
    return sorted({(min(pair), max(pair)) for pair in _side_by_side() if _near(*pair)})


def _side_by_side() -> Iterator[Pair]:
    tables: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows_of_labels():
        if row["repo"] == HELD_OUT:
            tables[row["path"]].setdefault(row["label"], row["code"])
    for table in tables.values():
        for (a, one), (b, other) in combinations(table.items(), 2):
            if one != other:
                yield a, b


def _near(a: str, b: str) -> bool:
    return JaroWinkler.similarity(a, b) >= 0.6 or fuzz.ratio(a, b) >= 50


def verdict(pair: Pair) -> Match:
    """The verdict on two bare labels."""
    return decide(ItemContext(pair[0]), ItemContext(pair[1]), default())


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, help="write the false equals here (not into the repository)")
    options = parser.parse_args()
    pairs, partners, lexicon = look_alikes(), judged(labels_of(HELD_OUT)), default()
    matches = [verdict(pair) for pair in pairs]
    false = [each for each in matches if each.verdict is Verdict.EQUAL]
    recall = sum(verdict(pair).verdict is Verdict.EQUAL for pair in partners)
    print(f"{len(pairs):,} look-alikes, {len(partners)} partners")
    print(f"ours: false equal {len(false)} ({len(false) / len(pairs):.3%}), partners equal {recall}")
    same = sum(normalise(a, lexicon).core == normalise(b, lexicon).core for a, b in pairs)
    print(f"normalised strings equal: {same}")
    for name, score in _SCORES.items():
        line = sorted((score(*pair) for pair in partners), reverse=True)[max(recall, 1) - 1]
        print(
            f"{name} at our recall (≥ {line:.1f}): false equal {sum(score(*pair) >= line for pair in pairs)}"
        )
    if options.list:
        lines = (f"{each.a.label}\t{each.b.label}\t{each.rule}" for each in false)
        options.list.write_text("\n".join(lines), encoding="utf-8")


_SCORES: dict[str, Callable[[str, str], float]] = {
    "rapidfuzz ratio": fuzz.ratio,
    "Jaro-Winkler": lambda a, b: 100 * JaroWinkler.similarity(a, b),
}

if __name__ == "__main__":
    main()
