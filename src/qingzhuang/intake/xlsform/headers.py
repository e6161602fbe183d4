"""Headers as people spell them → columns of XLSForm (pyxform 4.5: sheet_headers)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingzhuang.intake.xlsform.pages import Page, Row
from qingzhuang.intake.xlsform.problems import Remarks, same_column
from qingzhuang.intake.xlsform.spellings import Column
from qingzhuang.model.xlsform import DEFAULT_LANGUAGE

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


@dataclass(frozen=True, slots=True)
class Line:
    """One row by columns. What has no language stands under the default one where others have one."""

    row: int
    cells: Mapping[Column, str]

    def get(self, *column: str) -> str:
        """Return what stands in a column, "" when nothing does."""
        return self.cells.get(column, "")

    def has(self, first: str) -> bool:
        """Tell whether any column of that name holds something."""
        return any(column[0] == first for column in self.cells)

    def wording(self, *column: str, language: str = DEFAULT_LANGUAGE) -> dict[str, str]:
        """Return what stands in a translated column by language; `language` is that of the bare column."""
        depth = len(column)
        found: dict[str, str] = {}
        for key, text in self.cells.items():
            if key[:depth] == column and len(key) <= depth + 1:
                bare = len(key) == depth
                if not bare or language not in found:
                    found[language if bare else key[depth]] = text
        return found

    def below(self, first: str) -> Iterator[tuple[Column, str]]:
        """Yield the columns that begin with a word, without it, and what they hold."""
        return (
            (column[1:], text) for column, text in self.cells.items() if column[0] == first and column[1:]
        )


@dataclass(frozen=True, slots=True)
class Lines:
    """A sheet by columns: `columns` maps each header, `rows` holds the lines in order."""

    name: str
    columns: Mapping[str, Column]
    rows: tuple[Line, ...] = ()

    def has(self, column: str) -> bool:
        """Tell whether the sheet has such a column."""
        return any(each[0] == column for each in self.columns.values())


def lines(
    page: Page, aliases: Mapping[str, Column], known: frozenset[str], remarks: Remarks, *, tidy: bool = False
) -> Lines:
    """Return a sheet by columns. Two spellings of one column are an error; `tidy` joins runs of spaces."""
    columns: dict[str, Column] = {}
    seen: dict[Column, str] = {}
    double = any("::" in header for header in page.headers)
    for header in page.headers:
        column = _column(header, aliases, known, double=double)
        if column in seen and column != (header,):
            remarks.add(same_column(remarks.at(page.name, 1), seen[column], header))
        columns[header] = column
        seen[column] = header
    return Lines(page.name, columns, tuple(_line(row, columns, tidy=tidy) for row in page.rows))


def _line(row: Row, columns: Mapping[str, Column], *, tidy: bool) -> Line:
    return Line(row.number, {columns[header]: clean(text, tidy=tidy) for header, text in row.cells.items()})


def clean(text: str, *, tidy: bool) -> str:
    """Return a text with plain quotation marks, and single spaces if so wished."""
    text = text.translate(_QUOTES)
    while tidy and "  " in text:
        text = text.replace("  ", " ")
    return text


def _column(header: str, aliases: Mapping[str, Column], known: frozenset[str], *, double: bool) -> Column:
    for word in (header, _snake(header)):
        if word in known and word not in aliases:
            return (word,)
    words = [word.strip() for word in header.split("::" if double or "::" in header else ":")]
    if "jr" in words[:-1]:
        at = words.index("jr")
        words[at : at + 2] = [f"jr:{words[at + 1]}"]
    first = _snake(words[0])
    if first in aliases:
        return (*aliases[first], *words[1:])
    return (first if first in known else words[0], *words[1:])


def _snake(word: str) -> str:
    return "_".join(word.split()).lower()
