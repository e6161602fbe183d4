"""A report of sections, each a sentence and a table, as a Word document that one may go on writing in."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.shared import Pt

from qingzhuang.letters.paper import HEAD, SMALL, Paper


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
    paper = Paper(SMALL, report.title)
    paper.title(report.title)
    for said in report.opening:
        paper.say(said)
    for section in report.sections:
        paper.say(section.heading, face=HEAD, keep=True).paragraph_format.space_before = Pt(SMALL)
        paper.say(section.lead, keep=bool(section.rows))
        if section.rows:
            paper.table(section.heads, section.rows)
    for said in report.closing:
        paper.say(said)
    return paper.content()
