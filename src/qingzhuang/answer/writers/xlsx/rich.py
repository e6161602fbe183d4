"""Texts of cells with their runs, and changing a stretch of them without losing fonts."""

from lxml import etree

from qingzhuang.answer.writers.xlsx.scan import CellXml, SheetXml
from qingzhuang.answer.writers.xlsx.values import Rich, Run
from qingzhuang.ooxml.names import MAIN
from qingzhuang.ooxml.strings import plain_text, unescape


def runs_of(item: "etree._Element") -> Rich:
    """Return the runs of a string item (si or is); a plain one is a single run without properties."""
    runs = item.findall("{*}r")
    if not runs:
        return Rich((Run(b"", plain_text(item)),))
    return Rich(tuple(Run(_properties(run), unescape(run.findtext("{*}t") or "")) for run in runs))


def inline_runs(xml: SheetXml, cell: CellXml) -> Rich:
    """Return the runs of an inline string."""
    prefix = xml.prefix.rstrip(":")
    declared = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    wrapped = b"<r %s>%s</r>" % (declared.encode(), xml.content[cell.start : cell.end])
    try:
        item = etree.fromstring(wrapped, etree.XMLParser(resolve_entities=False)).find(".//{*}is")
    except etree.XMLSyntaxError:  # a prefix that only the part's root declares
        item = None
    return Rich((Run(b"", cell.value or ""),)) if item is None else runs_of(item)


def _properties(run: "etree._Element") -> bytes:
    found = run.find("{*}rPr")
    if found is None:
        return b""
    return etree.tostring(found, with_tail=False)


def replaced(rich: Rich, start: int, end: int, new: str) -> Rich:
    """Return the text with characters start..end replaced. The new ones take the font of the first they replace, or of
    the one before when they replace none."""
    host = _host(rich, start, end)
    runs, at = [], 0
    for index, run in enumerate(rich.runs):
        low, high = max(start - at, 0), max(end - at, 0)
        at += len(run.text)
        text = run.text[:low] + (new if index == host else "") + run.text[max(high, low) :]
        runs.append(Run(run.properties, text))
    return Rich(tuple(runs))


def _host(rich: Rich, start: int, end: int) -> int:
    """The index of the run that takes the new characters."""
    at = 0
    for index, run in enumerate(rich.runs):
        at += len(run.text)
        if start < at or (start == at and end == start):
            return index
    return len(rich.runs) - 1
