"""Labelled pairs of whole forms: what the product says of every item of one against every item of the other.

`pairs/forms/*.jsonl`, one pair of forms a line: `{id, domain, split, a, b, pairs}`; a form is `{title, issuer, row, items}`, an item
`{label, parent?, unit?}`, `pairs` are `{a, b, verdict, direction?, formula?, debatable?}` by places of items; all others are distinct.
Every form is written as a workbook and read as any other: `row` is for annotators, the product has to see it by itself.
Look at dev while working. The other authors' sets were written blind and scored before anybody read them; then of their first READ fields every
difference may be looked at, the others are only counted. `pairs/forms/second/*.jsonl` are verdicts of a second annotator.
"""

import argparse
import io
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.pairs import VERDICTS, f1, kappa, least_precision, scored
from benchmarks.pairs_peers import Likeness, tfidf
from openpyxl import Workbook
from rapidfuzz import fuzz

from qingzhuang.intake.read import read_form
from qingzhuang.match.decide import decide
from qingzhuang.match.grouping.group import Grouping, group
from qingzhuang.match.grouping.known import Known
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.form import Form
from qingzhuang.model.verdict import ItemContext, Verdict

FOLDER = Path(__file__).parent / "pairs" / "forms"
READ = {"second_author": 12, "third_author": 10, "fourth_author": 12}  # fields in the order of the file
Cell = tuple[int, int]
Grid = dict[Cell, tuple[str, str | None]]  # verdict and direction
APART = ("distinct", None)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two forms as the file has them, and what a person says of their items. What is not in `gold` is distinct."""

    id: str
    domain: str
    split: str
    a: Mapping[str, Any]
    b: Mapping[str, Any]
    gold: Grid
    debatable: frozenset[Cell]

    @property
    def cells(self) -> Iterator[Cell]:
        """Every item of one against every item of the other, without the debatable."""
        every = product(range(len(self.a["items"])), range(len(self.b["items"])))
        return (cell for cell in every if cell not in self.debatable)


def read(path: Path) -> list[Pair]:
    """Read a file of pairs of forms."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        gold, debatable = grid(entry.pop("pairs"))
        found.append(Pair(**{**entry, "gold": gold, "debatable": debatable}))
    return found


def grid(pairs: Iterable[Mapping[str, Any]]) -> tuple[Grid, frozenset[Cell]]:
    """Return the verdicts by places, and which of them are debatable."""
    listed = list(pairs)
    gold = {(each["a"], each["b"]): (each["verdict"], each.get("direction")) for each in listed}
    return gold, frozenset((each["a"], each["b"]) for each in listed if each.get("debatable"))


def workbook(form: Mapping[str, Any]) -> bytes:
    """Write a form as issued: title, headers in one or two rows, blank rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    items = form["items"]
    deep = any(item.get("parent") for item in items)
    sheet.cell(1, 1, form["title"])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(items))
    for column, item in enumerate(items, 1):
        label = item["label"] + (f"（{item['unit']}）" if item.get("unit") else "")
        parent, before = item.get("parent"), items[column - 2].get("parent") if column > 1 else None
        sheet.cell(3 if parent else 2, column, label)
        if parent and parent != before:
            width = next(
                (n for n, each in enumerate(items[column:]) if each.get("parent") != parent),
                len(items) - column,
            )
            sheet.cell(2, column, parent)
            sheet.merge_cells(start_row=2, end_row=2, start_column=column, end_column=column + width)
        elif deep and not parent:
            sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def form_of(side: Mapping[str, Any], name: str) -> Form:
    """The form as the product reads it, with the issuer that whoever takes it in tells."""
    return replace(read_form(f"{name}.xlsx", workbook(side)), issuer=side["issuer"])


def product_says(pair: Pair) -> Grid:
    """What the product says of two forms: who stands in one group asks one fact; of the others what `qz match` says of their groups,
    and what the look-up of a new form finds besides. An "equal" that no group took in is a question."""
    forms = (form_of(pair.a, "甲"), form_of(pair.b, "乙"))
    grouping = group(forms)
    sides: list[dict[int, ItemContext]] = [{}, {}]
    home: dict[tuple[int, int], int] = {}
    for number, each in enumerate(grouping.groups):
        for member in each.members:
            place = member.item.place.column - 1
            sides[member.form][place] = member.context
            home[member.form, place] = number
    paired = {number for number, each in enumerate(grouping.groups) if len(each.members) > 1}
    links, looked_up = _links(grouping), _looked_up(*sides)
    said: Grid = {}
    for i, j in product(*sides):
        one, other = home[0, i], home[1, j]
        linked, found = links.get((min(one, other), max(one, other))), looked_up.get((i, j), set())
        match = decide(sides[0][i], sides[1][j])
        told = Verdict.UNSURE if match.verdict is Verdict.EQUAL else match.verdict
        if one == other:
            said[i, j] = ("equal", None)
        elif told is Verdict.UNSURE and linked is not None:
            said[i, j] = (Verdict.UNSURE.value, None) if linked in (Verdict.UNSURE, Verdict.EQUAL) else APART
        elif (
            linked
            or (found and told is not Verdict.UNSURE)
            or found - {n for n in (0, 1) if (one, other)[n] in paired}
        ):
            said[i, j] = (told.value, match.direction)
    return said


def _links(grouping: Grouping) -> dict[tuple[int, int], Verdict]:
    """The verdicts on pairs of groups of which the product says something."""
    links = (*grouping.alike, *grouping.derivable, *grouping.unsure, *grouping.apart)
    return {(min(each.a, each.b), max(each.a, each.b)): each.match.verdict for each in links}


def _looked_up(a: Mapping[int, ItemContext], b: Mapping[int, ItemContext]) -> dict[Cell, set[int]]:
    """What a new form's columns find where the other form is what is known, with which form (0, 1) was the new one. Of each known
    form the look-up tells the best: a doubt is not told of a column that has its partner."""
    found: defaultdict[Cell, set[int]] = defaultdict(set)
    for cell in _finds(a, b):
        found[cell].add(0)
    for j, i in _finds(b, a):
        found[i, j].add(1)
    return found


def _finds(new: Mapping[int, ItemContext], old: Mapping[int, ItemContext]) -> Iterator[Cell]:
    places, known = list(old), Known([parse(each) for each in old.values()])
    for place, context in new.items():
        yield from ((place, places[number]) for number in known.proposed(parse(context)))


def saved(pair: Pair, said: Grid) -> set[tuple[str, int]]:
    """Items that nobody has to be asked for because of the other form: of equal ones the second, of derivable ones the target."""
    found: set[tuple[str, int]] = set()
    for (i, j), (verdict, direction) in said.items():
        if (i, j) in pair.debatable:
            continue
        if verdict == "equal" or (verdict == "derivable" and direction != "b->a"):
            found.add(("b", j))
        elif verdict == "derivable":
            found.add(("a", i))
    return found


def report(pairs: Sequence[Pair], said: Mapping[str, Grid], listing: list[str]) -> None:
    """Print the figures over all cells of all pairs."""
    told = [
        (each.gold.get(cell, APART), said[each.id].get(cell, APART)) for each in pairs for cell in each.cells
    ]
    gold, ours = [one for (one, _), _ in told], [other for _, (other, _) in told]
    table = Counter(zip(gold, ours, strict=True))
    print(
        f"{len(pairs)} pairs of forms, {len(told)} cells, {sum(v != 'distinct' for v in gold)} of them not distinct"
    )
    print(f"{'gold / said':12}" + "".join(f"{v[:7]:>9}" for v in VERDICTS) + "       F1")
    for row in VERDICTS:
        print(f"{row:12}" + "".join(f"{table[row, v]:9}" for v in VERDICTS) + f"{f1(gold, ours, row):9.3f}")
    derived = [(a, b) for (one, a), (other, b) in told if one == other == "derivable"]
    right, all_ = table["equal", "equal"], ours.count("equal")
    print(
        f"equal: precision {right} of {all_}, at least {least_precision(right, all_ - right):.3f} (95 %), "
        f"recall {right / gold.count('equal'):.3f}; directions {sum(a == b for a, b in derived)} of {len(derived)}"
    )
    could = {(each.id, one) for each in pairs for one in saved(each, each.gold)}
    does = {(each.id, one) for each in pairs for one in saved(each, said[each.id])}
    print(f"asks saved: {len(could & does)} of {len(could)}, saved wrongly {len(does - could)}")
    listing += [
        f"{each.id}\t{one[0]}\t{other[0]}\t{_shown(each.a, i)}\t{_shown(each.b, j)}"
        for each in pairs
        for i, j in each.cells
        if _differ(one := each.gold.get((i, j), APART), other := said[each.id].get((i, j), APART))
    ]


def _differ(gold: tuple[str, str | None], said: tuple[str, str | None]) -> bool:
    return gold[0] != said[0] or (gold[0] == "derivable" and gold[1] != said[1])


def _shown(form: Mapping[str, Any], place: int) -> str:
    item = form["items"][place]
    return "/".join(filter(None, (form["title"], item.get("parent"), item["label"])))


def baselines(pairs: Sequence[Pair], dev: Sequence[Pair]) -> None:
    """Print what the labels alone give for "equal"; thresholds are the best ones on dev."""
    words = default()

    @cache
    def plain(text: str) -> str:
        return normalise(text, words).core

    methods: dict[str, tuple[Callable[[str, str], float], float]] = {
        "exact string": (lambda a, b: a == b, 1),
        "normalised string": (lambda a, b: plain(a) == plain(b), 1),
    }
    labels = [item["label"] for each in dev for side in (each.a, each.b) for item in side["items"]]
    likenesses: dict[str, Likeness] = {"rapidfuzz ratio": fuzz.ratio, "TF-IDF": tfidf(labels)}
    for name, likeness in likenesses.items():
        best = _best(dev, likeness)
        methods[f"{name} ≥ {best}"] = (likeness, best)
    for name, (score_of, threshold) in methods.items():
        scored = _scored(pairs, score_of)
        hits = [equal for score, equal in scored if score >= threshold]
        every = sum(equal for _, equal in scored)
        print(f"{name}: equal precision {sum(hits)} of {len(hits)}, recall {sum(hits) / every:.3f}, "
              f"F1 {2 * sum(hits) / (len(hits) + every):.3f}")  # fmt: skip


def _scored(pairs: Sequence[Pair], likeness: Likeness) -> list[tuple[float, bool]]:
    return [
        (
            likeness(each.a["items"][i]["label"], each.b["items"][j]["label"]),
            each.gold.get((i, j), APART)[0] == "equal",
        )
        for each in pairs
        for i, j in each.cells
    ]


def _best(dev: Sequence[Pair], likeness: Likeness) -> int:
    scored = _scored(dev, likeness)
    every = sum(equal for _, equal in scored)

    def quality(threshold: int) -> float:
        hits = [equal for score, equal in scored if score >= threshold]
        return 2 * sum(hits) / (len(hits) + every)

    return max(range(101), key=quality)


def agreement(path: Path, pairs: Sequence[Pair]) -> None:
    """Print how far a second annotator agrees, over the cells that either listed."""
    first = {each.id: each for each in pairs}
    said: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        one, (other, _) = first[entry["id"]].gold, grid(entry["pairs"])
        said += [(one.get(cell, APART)[0], other.get(cell, APART)[0]) for cell in sorted({*one, *other})]
    equal = [(str(a == "equal"), str(b == "equal")) for a, b in said]
    print(f"{path.stem}, second annotator: {len(said)} cells that either listed, {sum(a == b for a, b in said)} alike, "
          f"kappa {kappa(said):.3f}; equal or not {kappa(equal):.3f}; {scored(said)}")  # fmt: skip


def by_domain(pairs: Sequence[Pair], said: Mapping[str, Grid]) -> None:
    """Print "equal" by domain: what moves one domain alone is learnt by heart."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in pairs:
        for cell in each.cells:
            gold, ours = (grid.get(cell, APART)[0] == "equal" for grid in (each.gold, said[each.id]))
            counts[each.domain].update(gold=gold, said=ours, right=gold and ours)
    print("; ".join(f"{name} {n['right']}/{n['said']}/{n['gold']}" for name, n in counts.items()))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--set", choices=("dev", "second_author", "third_author", "fourth_author", "test"), default="dev"
    )
    parser.add_argument("--list", type=Path, help="write every difference here, of fields that may be read")
    options = parser.parse_args()
    pairs, dev = read(FOLDER / f"{options.set}.jsonl"), read(FOLDER / "dev.jsonl")
    said, listing = {each.id: product_says(each) for each in pairs}, list[str]()
    fields = list(dict.fromkeys(each.domain for each in pairs))[: READ.get(options.set)]
    looked_at = [each for each in pairs if each.domain in fields]
    report(looked_at, said, listing)
    by_domain(looked_at, said)
    if len(looked_at) < len(pairs):
        print("fields only counted:")
        report([each for each in pairs if each.domain not in fields], said, [])
        print("all:")
        report(pairs, said, [])
    baselines(pairs, dev)
    for path in sorted((FOLDER / "second").glob(f"{options.set}*.jsonl")):
        agreement(path, pairs)
    if options.list:
        options.list.write_text("\n".join(listing), encoding="utf-8")


if __name__ == "__main__":
    main()
