"""The tables of a page by where they stand in its text: each cell's tag, content and words by their offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

_VOID = frozenset(("br", "img", "hr", "input", "col", "meta", "link", "wbr", "area", "base"))
_SILENT = frozenset(("script", "style", "xml", "select", "textarea"))
_SPAN = re.compile(r"\s*(\d{1,4})")


@dataclass(slots=True)
class Cell:
    """A cell: its start tag, its content, its stretches of words, where words go when it has none, and whether it holds
    something to type into."""

    tag: tuple[int, int]
    inside: int
    end: int
    across: int
    down: int
    words: list[tuple[int, int]] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    asks: bool = False


@dataclass(slots=True)
class Row:
    """A row from its start tag to the end of its last cell or its end tag."""

    start: int
    end: int
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class SourceTable:
    """A table: its own rows, and its cells by grid place."""

    rows: list[Row] = field(default_factory=list)

    def places(self) -> Iterator[tuple[tuple[int, int], Cell]]:
        """Yield the cells with the row and column of their top left corner, as rowspan and colspan make them."""
        taken: dict[int, int] = {}
        for number, row in enumerate(self.rows, 1):
            column = 1
            for cell in row.cells:
                while taken.get(column, 0) >= number:
                    column += 1
                yield (number, column), cell
                bottom = number + cell.down - 1
                if bottom > number:
                    taken.update(dict.fromkeys(range(column, column + cell.across), bottom))
                column += cell.across


def source_tables(text: str) -> list[SourceTable]:
    """Return the tables of a page in order of their beginning."""
    parser = _Parser(text)
    parser.feed(text)
    parser.close()
    return parser.tables


def shown(text: str, cell: Cell) -> str:
    """What a cell says, breaks as line ends."""
    pieces = sorted([*((*each, False) for each in cell.words), *((*each, True) for each in cell.breaks)])
    words = "".join(
        "\n" if is_break else " ".join(unescape(text[start:end]).split(" "))
        for start, end, is_break in pieces
    )
    return re.sub(r"[ \t\r\f\v]+", " ", words.replace("\xa0", " ")).strip()


class _Parser(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._open: list[SourceTable] = []
        self._silent = ""
        self.tables: list[SourceTable] = []

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _cell(self) -> Cell | None:
        row = self._open[-1].rows[-1] if self._open and self._open[-1].rows else None
        cell = row.cells[-1] if row and row.cells else None
        return cell if cell is not None and cell.end < 0 else None

    def _close(self, at: int, *, row: bool) -> None:
        cell = self._cell()
        if cell is not None:
            cell.end = at
        if row and self._open and self._open[-1].rows and self._open[-1].rows[-1].end < 0:
            self._open[-1].rows[-1].end = at

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at, end = self._at(), self._at() + len(self.get_starttag_text() or "")
        if tag == "table":
            self._open.append(SourceTable())
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._close(at, row=True)
            self._open[-1].rows.append(Row(at, -1))
        elif tag in {"td", "th"} and self._open and self._open[-1].rows:
            self._close(at, row=False)
            spans = dict(attrs)
            cell = Cell((at, end), end, -1, _span(spans.get("colspan")), _span(spans.get("rowspan")))
            self._open[-1].rows[-1].cells.append(cell)
        else:
            self._inside(tag, at, end)

    def _inside(self, tag: str, at: int, end: int) -> None:
        cell = self._cell()
        if tag in _SILENT:
            self._silent = tag
        if cell is None:
            return
        cell.asks = cell.asks or tag in {"input", "select", "textarea", "button", "object"}
        if tag in {"br", "p", "div"}:
            cell.breaks.append((at, at))
        if tag not in _VOID and not cell.words and cell.inside == at:
            cell.inside = end

    def handle_endtag(self, tag: str) -> None:
        at = self._at()
        if tag == self._silent:
            self._silent = ""
        elif tag == "table" and self._open:
            self._close(at, row=True)
            self._open.pop()
        elif tag in {"td", "th"}:
            self._close(at, row=False)
        elif tag == "tr":
            self._close(at, row=False)
            end = self._text.find(">", at) + 1
            if self._open and self._open[-1].rows:
                self._open[-1].rows[-1].end = end

    def _note(self, length: int) -> None:
        cell, at = self._cell(), self._at()
        if cell is not None and not self._silent:
            cell.words.append((at, at + length))

    def handle_data(self, data: str) -> None:
        self._note(len(data))

    def handle_entityref(self, name: str) -> None:
        at = self._at() + 1 + len(name)
        self._note(1 + len(name) + (self._text[at : at + 1] == ";"))

    def handle_charref(self, name: str) -> None:
        at = self._at() + 2 + len(name)
        self._note(2 + len(name) + (self._text[at : at + 1] == ";"))


def _span(text: str | None) -> int:
    found = _SPAN.match(text or "1")
    return max(int(found[1]), 1) if found else 1
