"""Findings for people: place, rule, the words with a line under them, whose words forbid it, how to ask instead."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from gettext import gettext as _

from qingzhuang.check.shown import plain
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.citation import citation
from qingzhuang.packs.load import encoded
from qingzhuang.packs.words import gravity_word
from qingzhuang.pipeline.checked import Checked

_WIDTH = 72
_NOTES = 8


def tell(done: list[Checked], say: Callable[[str], None]) -> None:
    """Print every finding, then one line that sums up."""
    for checked in done:
        for finding in checked.findings:
            for line in lines(checked, finding):
                say(line)
            say("")
    for line in summary(done):
        say(line)


def lines(checked: Checked, finding: Finding) -> Iterator[str]:
    """The lines of one finding."""
    thing = f" {finding.subject}" if finding.subject and not finding.text else ""
    yield f"{checked.file} {finding.where}{thing}  {finding.code}  {finding.title} · {gravity_word(finding.gravity)}"
    if finding.text:
        yield from _shown(checked.text or finding.subject, finding)
    if finding.message:
        yield f"  = {finding.message}"
    for note in finding.notes[:_NOTES]:
        yield f"  · {note}"
    if len(finding.notes) > _NOTES:
        yield _("  · 等 {count} 处").format(count=len(finding.notes))
    if finding.gravity is not Gravity.ASK:
        yield f"  = {cited(finding)}"
    if finding.also:
        yield _("  = 同时见：{codes}").format(codes="、".join(finding.also))
    if finding.rewrite:
        yield _("  = 可以这样：{rewrite}").format(rewrite=finding.rewrite)


def cited(finding: Finding) -> str:
    """The law in one line, with quotation marks only where the words were read so."""
    known = encoded().get(finding.code)
    law = citation(finding, known.provision if known else None)
    said = f"：{law.said}" if law.quoted else f"，{law.said}"
    return f"{law.name}{law.article}{said}（{finding.force}，{law.since}）"


def _shown(text: str, finding: Finding) -> Iterator[str]:
    """The line that holds the span, cut to what a screen shows, with carets under the span."""
    start, end = finding.start or 0, finding.end or 0
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = text[first : last if last >= 0 else len(text)]
    left = max(0, start - first - 24)
    shown = plain(line[left : left + _WIDTH])
    before = plain(line[left : start - first])
    marked = plain(line[start - first : min(end - first, left + _WIDTH)])
    lead, tail = ("…" if left else "", "…" if left + _WIDTH < len(line) else "")
    yield f"  | {lead}{shown}{tail}"
    yield f"  | {' ' * (width(lead) + width(before))}{'^' * max(width(marked), 1)}"


def width(text: str) -> int:
    """Columns on a screen: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def summary(done: list[Checked]) -> Iterator[str]:
    """What was looked at and what was found, by how it may be spoken of."""
    counts = Counter(finding.gravity for checked in done for finding in checked.findings)
    things = sum(checked.things for checked in done)
    if not counts:
        yield _("查了 {files} 份、{things} 处，没有发现。").format(files=len(done), things=things)
        return
    parts = "，".join(f"{gravity_word(gravity)} {counts[gravity]}" for gravity in Gravity if counts[gravity])
    yield _("查了 {files} 份、{things} 处：{parts}。").format(files=len(done), things=things, parts=parts)
