"""A report of sections, each a sentence and a table, as a Word document that one may go on writing in."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.letters.paper import Paper

HEADING, TEXT, CELL = 13, 10.5, 9  # points


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is counted, a table (empty: none)."""

    heading: str
    lead: str
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A title, the sentences that stand first, the sections, what is said last."""

    title: str
    opening: Sequence[str]
    sections: Sequence[Section]
    closing: Sequence[str]


def report_docx(report: Report) -> bytes:
    """Return the bytes of the document."""
    paper = Paper(TEXT, report.title, letter=False)
    paper.title(report.title)
    for said in report.opening:
        paper.say(said)
    for section in report.sections:
        paper.heading(section.heading, HEADING)
        paper.say(section.lead, keep=bool(section.rows))
        if section.rows:
            paper.table(section.heads, section.rows, CELL)
    for said in report.closing:
        paper.say(said)
    return paper.content()
