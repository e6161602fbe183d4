"""False "equal" among look-alike pairs mined from public code, and labels parsed a second, beside bare string baselines.

The pairs are a development set: in each, one table of someone's system asks both labels as different columns. Nothing
of the files is printed but counts; `--list FILE` writes the false equals for a person to look at.
"""

import argparse
import csv
import gzip
import os
import time
from collections import Counter
from pathlib import Path

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.verdict import ItemContext, Verdict

CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))


def hard_negatives(path: Path, listing: Path | None) -> None:
    """Print how many of the look-alikes each method calls equal."""
    with path.open(encoding="utf-8", newline="") as file:
        pairs = [(row["a"], row["b"]) for row in csv.DictReader(file, delimiter="\t")]
    lexicon = default()
    exact = sum(a == b for a, b in pairs)
    normalised = sum(normalise(a, lexicon) == normalise(b, lexicon) for a, b in pairs)
    start = time.perf_counter()
    matches = [decide(ItemContext(a), ItemContext(b), lexicon) for a, b in pairs]
    seconds = time.perf_counter() - start
    verdicts = Counter(match.verdict.value for match in matches)
    false = [match for match in matches if match.verdict is Verdict.EQUAL]
    print(
        f"look-alike pairs: {len(pairs)}; exact strings equal {exact}, normalised strings equal {normalised}"
    )
    print(f"verdicts: {dict(verdicts)}; false equal {len(false)} ({len(false) / len(pairs):.3%})")
    print(f"{len(pairs) / seconds:,.0f} pairs/s, first sight of every label included")
    if listing:
        lines = [f"{m.verdict}\t{m.rule}\t{m.a.label}\t{m.b.label}\t{m.why}" for m in matches]
        listing.write_text("\n".join(sorted(lines)), encoding="utf-8")


def throughput(path: Path) -> None:
    """Print labels parsed a second, cold and repeated."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        labels = [
            row["label"]
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["label"]
        ]
    lexicon = default()
    unique = list(dict.fromkeys(labels))
    start = time.perf_counter()
    known = sum(parse(ItemContext(label), lexicon).concept is not None for label in unique)
    cold = time.perf_counter() - start
    start = time.perf_counter()
    for label in labels:
        parse(ItemContext(label), lexicon)
    warm = time.perf_counter() - start
    print(
        f"labels: {len(labels)} ({len(unique)} distinct); property known for {known} ({known / len(unique):.1%})"
    )
    print(
        f"{len(unique) / cold:,.0f} distinct labels/s at first sight, {len(labels) / warm:,.0f} labels/s repeated"
    )


def main() -> None:
    """Run both measurements, or say why not."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--list", type=Path, help="write every verdict here (not into the repository)")
    options = arguments.parse_args()
    negatives, labels = CORPUS / "label_hard_negatives.tsv", CORPUS / "labels.tsv.gz"
    if not negatives.is_file() or not labels.is_file():
        print(f"needs {negatives} and {labels} (test data that is not part of the repository)")
        return
    hard_negatives(negatives, options.list)
    throughput(labels)


if __name__ == "__main__":
    main()
