"""Tip-offs by place and kind, for the overseer: counts only, and none so small that one could guess who spoke.

A cell below the line is told as such; a place with too few tip-offs goes into one row with the others; sums are of what is shown, so
that no hidden count follows from them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.check.clue.read import categories
from qingzhuang.language import gettext as _
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.clues import sorted_out

KINDS = tuple("ABCDEFGHI")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place: how many tip-offs of each kind, None where there are too few to tell; `whole` is the number of tip-offs, None
    likewise, not `exact` where a kind is hidden that would follow from it. A tip-off of two kinds counts in both."""

    place: str
    counts: Mapping[str, int | None]
    whole: int | None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class ClueTable:
    """Rows in the order of the places' names, what is too little of each last; `labels` the places' own names of the kinds that are
    written often enough; `smallest` the line."""

    rows: tuple[PlaceRow, ...]
    labels: Mapping[str, tuple[str, ...]]
    smallest: int

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The table as cells, its header first."""
        names = categories()
        yield (_("地方"), *(f"{kind} {names[kind][0]}" for kind in KINDS), _("线索件数"))
        for row in self.rows:
            yield (row.place, *(self.shown(row.counts[kind]) for kind in KINDS), self.whole(row))
        yield (_("各地自己的叫法"), *("、".join(self.labels.get(kind, ())) for kind in KINDS), "")

    def whole(self, row: PlaceRow) -> str:
        """The number of tip-offs of a place."""
        told = self.shown(row.whole)
        return told if row.exact else _("{smallest}件以上").format(smallest=self.smallest)

    def shown(self, count: int | None) -> str:
        """A count, or that it is below the line."""
        return _("少于{smallest}").format(smallest=self.smallest) if count is None else str(count)


def clue_table(done: Sequence[Checked], smallest: int) -> ClueTable:
    """Count the tip-offs among what was checked."""
    counts: dict[str, Counter[str]] = {}
    labels: Counter[tuple[str, str]] = Counter()
    for each in done:
        if each.clue is None:
            continue
        kinds = {each.clue.category, *sorted_out(each)} & set(KINDS) or {"I"}
        row = counts.setdefault(_place(each.clue.place), Counter())
        row.update({"whole": 1, **dict.fromkeys(kinds, 1)})
        if each.clue.category and each.clue.label:
            labels[each.clue.category, each.clue.label] += 1
    told: dict[str, list[str]] = {}
    for (kind, label), count in sorted(labels.items()):
        if count >= smallest:
            told.setdefault(kind, []).append(label)
    return ClueTable(
        tuple(_rows(counts, smallest)), {kind: tuple(words) for kind, words in told.items()}, smallest
    )


def _place(text: str) -> str:
    return "/".join(part.strip() for part in text.replace("／", "/").split("/") if part.strip()) or _(
        "没有写明"
    )


def _rows(counts: Mapping[str, Counter[str]], smallest: int) -> Iterator[PlaceRow]:
    few: Counter[str] = Counter()
    left: list[str] = []
    for place, row in sorted(counts.items()):
        if row["whole"] < smallest:
            few.update(row)
            left.append(place)
        else:
            yield _row(place, row, smallest)
    if left:
        name = _("其他地方（各不到{smallest}件）").format(smallest=smallest)
        yield _row(name if len(left) > 1 else left[0], few, smallest)


def _row(place: str, row: Counter[str], smallest: int) -> PlaceRow:
    if row["whole"] < smallest:  # not even what there is none of is told
        return PlaceRow(place, dict.fromkeys(KINDS), None)
    shown = {kind: row[kind] if row[kind] == 0 or row[kind] >= smallest else None for kind in KINDS}
    return PlaceRow(place, shown, row["whole"], exact=None not in shown.values())
