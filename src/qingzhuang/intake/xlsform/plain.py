"""XLSForms as text: comma-separated, with the sheet's name in the first column, and tables of Markdown."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from qingzhuang.intake.decode import decode
from qingzhuang.intake.xlsform.recognise import is_xlsform
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook

_COMMENT = re.compile(r"^\s*#")
_COMMENT_BEHIND = re.compile(r"^(.*)(#[^|]+)$")
_TABLE = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"^[\|-]+$")
_PIPE = re.compile(r"(?<!\\)\|")
_HEAD, _FEWEST, _SURVEY = 5000, 4, b"survey"
_Line = Sequence[str]


def plain_survey(file: str, content: bytes, *, sure: bool = True) -> Workbook | None:
    """Return the sheets of a text, None when it is neither of the two. `sure` asks for an XLSForm that one can tell."""
    if b"\x00" in content[:_HEAD] or not content[:1] or (sure and _SURVEY not in content[:_HEAD].lower()):
        return None
    book = _sheets(file, decode(content))
    return book if book is not None and (not sure or is_xlsform(book)) else None


def _sheets(file: str, text: str) -> Workbook | None:
    if text[:_HEAD].count("|") > _FEWEST and _starts_table(text):
        return _book(file, _markdown(text))
    if text[:_HEAD].count(",") >= _FEWEST:
        return _book(file, _commas(text))
    return None


def _starts_table(text: str) -> bool:
    lines = (line for line in text.splitlines() if line.strip() and not _COMMENT.match(line))
    return _TABLE.match(next(lines, "")) is not None


def _book(file: str, lines: Iterator[tuple[str, _Line]]) -> Workbook:
    sheets: dict[str, list[_Line]] = {}
    for name, line in lines:
        rows = sheets.setdefault(name, [])
        if line:
            rows.append(line)
    return Workbook(file, FileKind.XLSFORM, tuple(_sheet(name, rows) for name, rows in sheets.items()))


def _sheet(name: str, rows: Sequence[_Line]) -> Sheet:
    cells = {
        (number, column): Cell(number, column, text, text)
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
        if text
    }
    return Sheet(name, cells)


def _commas(text: str) -> Iterator[tuple[str, _Line]]:
    """A line that begins with a word begins the sheet of that name; its next line holds the headers."""
    name = ""
    try:
        for line in csv.reader(io.StringIO(text, newline="")):
            name = line[0].strip() if line and line[0].strip() else name
            words = [word.strip() for word in line[1:]]
            if name:
                yield name, words if any(words) else ()
    except csv.Error:
        return


def _markdown(text: str) -> Iterator[tuple[str, _Line]]:
    name = ""
    for each in text.split("\n"):
        if _COMMENT.match(each):
            continue
        behind = _COMMENT_BEHIND.match(each)
        table = _TABLE.match(behind.group(1) if behind else each)
        if table is None or _RULE.match(table.group(1)):
            continue
        first, *rest = (word.strip().replace("\\|", "|") for word in _PIPE.split(table.group(1)))
        name = first or name
        if name:
            yield name, rest if any(rest) else ()
