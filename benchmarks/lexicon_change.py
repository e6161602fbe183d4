"""What a change of the lexicon does to every verdict at hand: two states, held side by side.

`--save FILE` writes the verdicts of this checkout on all development pairs (`pairs/*.jsonl`, `--pairs` for others) and,
with QZ_CORPUS, on the look-alikes of the corpora. `BEFORE AFTER` prints which counts differ between two such files.
The files hold ids, verdicts and rules only. `--list FILE` writes the pairs that changed with their words: others'
labels, so keep it beside the run.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.matching import CORPUS
from benchmarks.pairs import FOLDER, read

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.model.verdict import ItemContext


@dataclass(frozen=True, slots=True)
class Case:
    """A pair with its place (file and id) and what a person says of it, if anybody did."""

    source: str
    id: str
    a: ItemContext
    b: ItemContext
    gold: str = ""


def cases(more: Sequence[Path]) -> Iterator[Case]:
    """Every development pair, then the look-alikes of the corpora."""
    for path in (*sorted(FOLDER.glob("*.jsonl")), *more):
        for pair in read(path):
            if pair.split == "dev" and not pair.debatable:
                yield Case(path.stem, pair.id, pair.a, pair.b, pair.verdict)
    path = CORPUS / "label_hard_negatives.tsv"
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines, delimiter="\t")):
                yield Case(
                    "look-alikes", str(number), ItemContext(row["a"]), ItemContext(row["b"]), "distinct"
                )


def save(path: Path, more: Sequence[Path]) -> None:
    """Write the verdicts of this checkout."""
    lexicon = default()
    said = {
        f"{case.source} {case.id}": (case.gold, match.verdict.value, match.rule)
        for case in cases(more)
        for match in (decide(case.a, case.b, lexicon),)
    }
    path.write_text(json.dumps({"lexicon": lexicon.version, "said": said}, indent=0), encoding="utf-8")


def compare(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> list[str]:
    """Print counts of changed verdicts by file; return the keys of the pairs that changed."""
    changed = [key for key in after if key in before and before[key][1] != after[key][1]]
    for source in dict.fromkeys(key.partition(" ")[0] for key in after):
        own = [key for key in after if key in before and key.partition(" ")[0] == source]
        right = [sum(said[key][0] == said[key][1] for key in own) for said in (before, after)]
        equal = [
            sum(said[key][1] == "equal" and said[key][0] != "equal" for key in own)
            for said in (before, after)
        ]
        print(
            f"{source}: {len(own)} pairs, as a person says {right[0]} → {right[1]}, false equal {equal[0]} → {equal[1]}"
        )
        turns = Counter(
            (before[key][1], after[key][1], _better(before[key], after[key])) for key in changed if key in own
        )
        for (old, new, how), count in turns.most_common():
            print(f"  {old} → {new}: {count} ({how})")
    return changed


def _better(before: Sequence[str], after: Sequence[str]) -> str:
    if after[0] == after[1]:
        return "now right"
    return "was right" if before[0] == before[1] else "both wrong"


def write_list(
    path: Path, changed: Sequence[str], before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]], more: Sequence[Path],
) -> None:  # fmt: skip
    """Write the pairs that changed, with their words."""
    wanted = set(changed)
    rows = (
        "\t".join((key, after[key][0], *before[key][1:], *after[key][1:], _words(case.a), _words(case.b)))
        for case in cases(more)
        if (key := f"{case.source} {case.id}") in wanted
    )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _words(context: ItemContext) -> str:
    parts = (context.form, context.row, context.unit, context.parent)
    return f"{context.label} ({'|'.join(part or '' for part in parts)})"


def main() -> None:
    """Save or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--save", type=Path, help="write this checkout's verdicts here")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="more files of labelled pairs")
    parser.add_argument("--list", type=Path, help="write the pairs that changed here")
    parser.add_argument("states", type=Path, nargs="*", help="BEFORE AFTER, both saved earlier")
    options = parser.parse_args()
    if options.save:
        save(options.save, options.pairs)
    if len(options.states) == 2:
        states = [json.loads(path.read_text(encoding="utf-8")) for path in options.states]
        print(" → ".join(state["lexicon"] for state in states))
        changed = compare(states[0]["said"], states[1]["said"])
        if options.list:
            write_list(options.list, changed, states[0]["said"], states[1]["said"], options.pairs)


if __name__ == "__main__":
    main()
