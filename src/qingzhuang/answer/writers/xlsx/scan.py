"""Where the rows and cells of a worksheet stand in its XML, byte by byte, and what they hold (ECMA-376 part 1, 18.3.1).
Scanned once per template; filling then only cuts and joins bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.answer.writers.xlsx.rowmap import LAST_ROW
from qingzhuang.model.place import Area, column_number
from qingzhuang.ooxml.rewrite import element_end, local, parser, tag_end, utf8
from qingzhuang.ooxml.strings import unescape


@dataclass(slots=True)
class Formula:
    """A cell's formula: its text, kind (normal, shared, array, dataTable), the area of a shared or array one."""

    text: str
    kind: str = "normal"
    area: str = ""
    group: str = ""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class CellXml:
    """A cell: its span in the part, style index, type and raw value (an index for a shared string)."""

    column: int
    start: int
    end: int = 0
    style: str = ""
    type: str = "n"
    value: str | None = None
    formula: Formula | None = None

    @property
    def number(self) -> float | None:
        """The stored number, None when there is none or the file holds something else in its place."""
        try:
            return float(self.value or "")
        except ValueError:
            return None


@dataclass(slots=True)
class RowXml:
    """A row: its span, the end of its start tag, its cells by column, the style of cells it does not have. `lead` is
    where the one before ended; `numbered`: row and cells state where they are; `computes`: some cell has a formula."""

    number: int
    start: int
    open_end: int
    end: int = 0
    lead: int = 0
    numbered: bool = True
    hidden: bool = False
    computes: bool = False
    style: str = ""
    cells: dict[int, CellXml] = field(default_factory=dict)
    _texts: dict[int, str] = field(default_factory=dict)

    def texts(self, content: bytes) -> Mapping[int, str]:
        """The cells as they stand in the part, by column; worked out once."""
        if not self._texts:
            self._texts = {
                column: content[cell.start : cell.end].decode() for column, cell in self.cells.items()
            }
        return self._texts


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a filled sheet: its number, the template's row it comes from, and for a copy how many rows further
    down than its model it stands (0: the row itself)."""

    number: int
    source: int
    down: int = 0


@dataclass(slots=True)
class SheetXml:
    """A worksheet: its bytes, the span between <sheetData> and </sheetData>, its rows, merges and
    the columns that have a style, `widths` those that have a width, `width` that of all others. `masters` are the shared formulas by group: row, column, text. `prefix` is the namespace prefix with its colon; `empty`: the part says <sheetData/>."""

    content: bytes
    data_start: int = 0
    data_end: int = 0
    prefix: str = ""
    empty: bool = False
    rows: dict[int, RowXml] = field(default_factory=dict)
    masters: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    columns: list[tuple[int, int, str]] = field(default_factory=list)
    widths: list[tuple[int, int, float]] = field(default_factory=list)
    width: float = 8.43
    _lines: dict[int, Line] = field(default_factory=dict)
    _computing: list[Line] | None = None

    def cell(self, row: int, column: int) -> CellXml | None:
        """Return a cell, None when the part has none there."""
        found = self.rows.get(row)
        return found.cells.get(column) if found else None

    def lines(self) -> dict[int, Line]:
        """The rows in order, each as a line that stays where it is."""
        if not self._lines:
            self._lines = {row: Line(row, row) for row in sorted(self.rows)}
        return self._lines

    def computing(self) -> Sequence[Line]:
        """Those of the lines that have formulas."""
        if self._computing is None:
            self._computing = [line for line in self.lines().values() if self.rows[line.number].computes]
        return self._computing

    def column_style(self, column: int) -> str:
        """The style index of cells that a column does not have."""
        return next((style for low, high, style in self.columns if low <= column <= high), "")

    def column_width(self, column: int) -> float:
        """The width of a column in characters."""
        return next((width for low, high, width in self.widths if low <= column <= high), self.width)

    @property
    def formulas(self) -> bool:
        """Tell whether any cell computes."""
        return bool(self.computing())


def scan(content: bytes, file: str, part: str) -> SheetXml:
    """Scan a worksheet part. Raises ProblemError QZ-R005 when it is not well-formed XML."""
    content = utf8(content)
    scanner = _Scanner(content)
    parser(content, file, part)(
        StartElementHandler=scanner.start,
        EndElementHandler=scanner.end,
        CharacterDataHandler=scanner.text,
    )
    return scanner.sheet


def _row_number(text: str) -> int:
    number = int(text)
    if not 0 < number <= LAST_ROW:
        raise ValueError(text)
    return number


class _Scanner:
    """Follows the parser through a worksheet."""

    def __init__(self, content: bytes) -> None:
        self.sheet = SheetXml(content)
        self._content = content
        self._row = RowXml(0, 0, 0)
        self._cell: CellXml | None = None
        self._take: list[str] | None = None
        self._guide = 0
        self._inside = False
        self._lead = 0

    def _column(self, attributes: Mapping[str, str]) -> None:
        low, high = int(attributes["min"]), int(attributes["max"])
        if "style" in attributes:
            self.sheet.columns.append((low, high, attributes["style"]))
        if "width" in attributes:
            self.sheet.widths.append((low, high, float(attributes["width"])))

    def start(self, at: int, name: str, attributes: Mapping[str, str]) -> None:
        name = local(name)
        if name == "mergeCell":
            self.sheet.merges.append(Area.from_a1(attributes["ref"]))
        elif name == "col":
            self._column(attributes)
        elif name == "sheetFormatPr":
            self.sheet.width = float(attributes.get("defaultColWidth", self.sheet.width))
        elif name == "sheetData":
            self._open_data(at)
        elif self._inside:
            self._open(at, name, attributes)

    def _open_data(self, at: int) -> None:
        end = tag_end(self._content, at)
        tag = self._content[at:end]
        head = tag[1 : tag.index(b"sheetData")]
        self.sheet.prefix, self.sheet.data_start = head.decode(), end
        self.sheet.empty = tag.endswith(b"/>")
        self._inside = True
        self._lead = end

    def _open(self, at: int, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._open_row(at, attributes)
        elif name == "c":
            self._open_cell(at, attributes)
        elif name == "rPh":
            self._guide += 1
        elif name in {"v", "t"} and not self._guide:
            self._take = []
        elif name == "f" and self._cell is not None:
            self._take = []
            self._row.computes = True
            self._cell.formula = Formula(
                "", attributes.get("t", "normal"), attributes.get("ref", ""), attributes.get("si", ""), at
            )

    def _open_row(self, at: int, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r")
        self._row = RowXml(
            _row_number(number) if number else self._row.number + 1,
            at,
            tag_end(self._content, at),
            lead=self._lead,
            hidden=attributes.get("hidden") in {"1", "true"},
            numbered=number is not None,
            style=attributes.get("s", "") if attributes.get("customFormat") in {"1", "true"} else "",
        )
        self.sheet.rows[self._row.number] = self._row

    def _open_cell(self, at: int, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference:
            column = column_number(reference.rstrip("0123456789"))
        else:
            column = max(self._row.cells, default=0) + 1
            self._row.numbered = False
        self._cell = CellXml(column, at, 0, attributes.get("s", ""), attributes.get("t", "n"))
        self._row.cells[column] = self._cell

    def text(self, _at: int, data: str) -> None:
        if self._take is not None:
            self._take.append(data)

    def end(self, at: int, name: str) -> None:
        if not self._inside:
            return
        name = local(name)
        if name == "sheetData":
            self._inside = False
            self.sheet.data_end = self.sheet.data_start if self.sheet.empty else at
        elif name == "row":
            self._row.end = self._lead = element_end(self._content, self._row.start, at)
        elif name == "c" and self._cell is not None:
            self._cell.end = element_end(self._content, self._cell.start, at)
            self._cell = None
        elif name == "rPh":
            self._guide -= 1
        elif self._take is not None and name in {"v", "t", "f"}:
            self._close_text(at, name)

    def _close_text(self, at: int, name: str) -> None:
        text = "".join(self._take or ())
        self._take = None
        cell = self._cell
        if cell is None:
            return
        if name == "f" and cell.formula is not None:
            if text and cell.formula.kind == "shared":
                self.sheet.masters[cell.formula.group] = (self._row.number, cell.column, text)
            cell.formula.text, cell.formula.end = text, element_end(self._content, cell.formula.start, at)
        elif name == "t":
            cell.value = (cell.value or "") + unescape(text)
        elif cell.type == "str":
            cell.value = unescape(text)
        else:
            cell.value = text if text.strip() else None  # <v/>: left behind a formula not yet computed
