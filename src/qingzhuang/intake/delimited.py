"""Text with fields between delimiters (RFC 4180 and its relatives): which delimiter, and the records."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

DELIMITERS = ("\t", ",", ";", "|", "，")
_LOOKED_AT = 60
_NAMED = "sep="
_SURE_SHARE, _LIKELY_SHARE = 0.9, 0.5
_FEW_FIELDS, _FEW_RECORDS = 2, 5
_MOST_LINES = 200
"""A quoted field of more lines is a quotation mark that nobody closed."""


def delimiter_of(text: str, *, sure: bool = True) -> str:
    """Return the delimiter of a text, "" when it has none. `sure` asks for what no prose looks like: nine of ten records
    with the same number of fields; where these are not tabs, three fields, or five records of two."""
    named = text.lstrip("\ufeff")[: len(_NAMED) + 1]
    if named.lower().startswith(_NAMED) and len(named) > len(_NAMED):
        return named[-1]
    scores = {
        delimiter: _likeness(text, delimiter, sure=sure)
        for delimiter in (DELIMITERS[:-1] if sure else DELIMITERS)
        if delimiter in text
    }
    best = max(scores, key=lambda each: scores[each], default="")
    return best if scores.get(best) else ""


def _likeness(text: str, delimiter: str, *, sure: bool) -> float:
    """How much a text looks as if this were its delimiter, 0 for not at all."""
    widths = [len(record) for record in islice(records(text, delimiter), _LOOKED_AT) if any(record)]
    if 2 < len(widths) < _LOOKED_AT and widths[-1] < widths[-2]:
        widths.pop()  # the text may be cut there
    if not widths:
        return 0.0
    width, count = Counter(widths).most_common(1)[0]
    share = count / len(widths)
    if width < _FEW_FIELDS or share < (_SURE_SHARE if sure else _LIKELY_SHARE):
        return 0.0
    few = len(widths) < (_FEW_RECORDS if width == _FEW_FIELDS and delimiter != "\t" else 2)
    return 0.0 if sure and few else share * min(width, 20)


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the records of a text, blank lines as empty lists. A quotation mark that is never closed is a character."""
    lines = io.StringIO(text.lstrip("\ufeff").replace("\x00", ""), newline="")
    if text.lstrip("\ufeff")[: len(_NAMED)].lower() == _NAMED:
        lines.readline()
    if text.count('"') % 2 and _is_unclosed(text, delimiter):
        yield from (line.rstrip("\r\n").split(delimiter) for line in lines)
        return
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:  # a field beyond all bounds
        return


def _is_unclosed(text: str, delimiter: str) -> bool:
    try:
        return any(
            field.count("\n") > _MOST_LINES or field.count(delimiter) > _MOST_LINES
            for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            for field in record
        )
    except csv.Error:
        return True
