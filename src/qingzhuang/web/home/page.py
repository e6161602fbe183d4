"""The first page's data."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from qingzhuang.web.shelf import REPORT, Failed, Open, Paper, Shelf

MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class IssuerPapers:
    """One issuing office and its papers."""

    name: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the template needs."""

    place: str
    count: int
    cells: int
    blank: int
    questions: int
    open: tuple[Open, ...]
    more: int
    issuers: tuple[IssuerPapers, ...]
    failed: tuple[Failed, ...]
    has_report: bool


def home_page(folder: Path, shelf: Shelf) -> HomePage:
    """Gather the shelf by office, in directory order."""
    by_office = groupby(shelf.papers, key=lambda paper: paper.issuer)
    return HomePage(
        place=shelf.place,
        count=len(shelf.papers),
        cells=sum(paper.filled for paper in shelf.papers),
        blank=sum(paper.blank for paper in shelf.papers),
        questions=len(shelf.open),
        open=shelf.open[:MOST_OPEN],
        more=max(0, len(shelf.open) - MOST_OPEN),
        issuers=tuple(IssuerPapers(name, tuple(papers)) for name, papers in by_office),
        failed=shelf.failed,
        has_report=(folder / REPORT).is_file(),
    )
