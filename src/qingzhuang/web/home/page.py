"""The first page's data."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from qingzhuang.web.drawing import Waffle, waffle
from qingzhuang.web.shelf import REPORT, Failed, Open, Paper, Shelf
from qingzhuang.web.words import duration, number

MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class IssuerPapers:
    """One issuing office and its papers."""

    name: str
    papers: tuple["PaperRow", ...]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper in a line: its name, and what came of it."""

    paper: Paper
    filled: str
    blank: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the template needs."""

    place: str
    count: int
    papers: int
    cells: str
    blank: str
    questions: str
    open: tuple[Open, ...]
    more: int
    issuers: tuple[IssuerPapers, ...]
    failed: tuple[Failed, ...]
    has_report: bool
    before: str
    after: str
    waffle: Waffle | None


def home_page(folder: Path, shelf: Shelf) -> HomePage:
    """Gather the shelf by office, in directory order."""
    weight = shelf.weight
    by_office = groupby(shelf.papers, key=lambda paper: paper.issuer)
    return HomePage(
        place=shelf.place,
        count=sum(1 for paper in shelf.papers if paper.filled or not paper.counted),
        papers=len(shelf.papers),
        cells=number(sum(paper.filled for paper in shelf.papers)),
        blank=number(sum(paper.blank for paper in shelf.papers)),
        questions=number(shelf.questions) if shelf.questions else "",
        open=shelf.open[:MOST_OPEN],
        more=max(0, len(shelf.open) - MOST_OPEN),
        issuers=tuple(IssuerPapers(name, tuple(map(_row, papers))) for name, papers in by_office),
        failed=shelf.failed,
        has_report=(folder / REPORT).is_file(),
        before=duration(weight.before) if weight else "",
        after=duration(weight.after) if weight else "",
        waffle=waffle(weight.before, weight.after, "") if weight else None,
    )


def _row(paper: Paper) -> PaperRow:
    return PaperRow(paper, number(paper.filled), number(paper.blank) if paper.blank else "")
