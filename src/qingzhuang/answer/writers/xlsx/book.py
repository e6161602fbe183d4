"""A spreadsheet package opened once for many fills: its sheets are scanned and its texts read when first needed."""

from collections.abc import Mapping
from dataclasses import dataclass

from qingzhuang.answer.writers.xlsx.formula.columns import NamedTable
from qingzhuang.answer.writers.xlsx.plain import written_columns
from qingzhuang.answer.writers.xlsx.rich import inline_runs, runs_of
from qingzhuang.answer.writers.xlsx.scan import CellXml, SheetXml, scan
from qingzhuang.answer.writers.xlsx.styles import Styles, read_styles
from qingzhuang.answer.writers.xlsx.tables import named_tables
from qingzhuang.answer.writers.xlsx.values import Rich, Run, Write
from qingzhuang.model.place import Area, Place
from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.workbook import SheetPart, WorkbookMap, read_map


@dataclass(slots=True)
class Slot:
    """Where an answer for a cell goes in the template: the cell itself or the first of its merged area, with its style.
    `covered` tells that this is in another row; `formula` that the cell computes."""

    row: int
    column: int
    style: str
    formula: bool
    covered: bool


class Book:
    """The template's parts as the writer sees them. Nothing here changes while forms are filled."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.map: WorkbookMap = read_map(package)
        self._sheets: dict[str, SheetXml] = {}
        self._computing: dict[str, bool] = {}
        self._strings: tuple[Rich, ...] | None = None
        self._places: dict[str, dict[tuple[int, tuple[int, ...]], list[Place]]] = {}
        self._slots: dict[tuple[str, int, int], Slot] = {}
        self._beyond: dict[str, int] = {}
        self._merged: dict[str, dict[tuple[int, int], Area]] = {}
        self._styles: Styles | None = None
        self._tables: tuple[NamedTable, ...] | None = None

    def sheet(self, sheet: SheetPart) -> SheetXml:
        """Return a sheet's scan. Raises ProblemError QZ-R005."""
        if sheet.part not in self._sheets:
            self._sheets[sheet.part] = scan(self.package.part(sheet.part), self.package.file, sheet.part)
        return self._sheets[sheet.part]

    def formulas(self, sheet: SheetPart) -> bool:
        """Tell whether a sheet computes anything."""
        if sheet.part not in self._computing:
            self._computing[sheet.part] = self.sheet(sheet).formulas
        return self._computing[sheet.part]

    @property
    def tables(self) -> tuple[NamedTable, ...]:
        """The tables of all sheets that formulas may name. Raises ProblemError QZ-R005."""
        if self._tables is None:
            self._tables = tuple(
                table for sheet in self.map.sheets for table in named_tables(self.package, sheet)
            )
        return self._tables

    def slot(self, sheet: SheetPart, row: int, column: int, model: int = 0) -> Slot:
        """Return where an answer for a cell goes; `model` is the row that a missing row takes its looks from."""
        key = (sheet.part, model if row not in self.sheet(sheet).rows and model else row, column)
        if key not in self._slots:
            self._slots[key] = self._slot(sheet, key[1], column)
        return self._slots[key]

    def _slot(self, sheet: SheetPart, row: int, column: int) -> Slot:
        at, across = self.top_left(sheet, row, column)
        cell = self.sheet(sheet).cell(at, across)
        formula = cell is not None and cell.formula is not None
        return Slot(at, across, self.style(sheet, at, across), formula, at != row)

    def beyond(self, sheet: SheetPart) -> int:
        """The first row behind all that the sheet has: it and all further ones are alike."""
        if sheet.part not in self._beyond:
            xml = self.sheet(sheet)
            ends = (*xml.rows, *(area.bottom for area in xml.merges))
            self._beyond[sheet.part] = max(ends, default=0) + 1
        return self._beyond[sheet.part]

    def style(self, sheet: SheetPart, row: int, column: int) -> str:
        """The style index that a cell has, or would take from its row or column."""
        xml = self.sheet(sheet)
        cell, line = xml.cell(row, column), xml.rows.get(row)
        if cell is not None:
            return cell.style
        return (line.style if line is not None else "") or xml.column_style(column)

    def places(self, sheet: SheetPart, writes: Mapping[int, Mapping[int, Write]]) -> list[Place]:
        """Return the places of the writes that are not blank; many copies of a template share them."""
        known = self._places.setdefault(sheet.name, {})
        found: list[Place] = []
        for row, writing in writes.items():
            key = row, written_columns(writing)
            places = known.get(key)
            if places is None:
                places = known[key] = [Place(sheet.name, row, column) for column in key[1]]
            found += places
        return found

    @property
    def styles_part(self) -> str:
        """The name of the styles part, which a package may lack."""
        return self.map.related.get("styles", "")

    @property
    def styles(self) -> Styles:
        """The workbook's formats; none when it has no styles part."""
        if self._styles is None:
            part = self.styles_part
            known = self.package.has(part)
            self._styles = (
                read_styles(self.package.part(part), self.package.file, part) if known else Styles()
            )
        return self._styles

    def text(self, cell: CellXml | None) -> str:
        """The text that a cell holds; numbers as stored."""
        if cell is None or cell.value is None:
            return ""
        return self._string(cell.value).text if cell.type == "s" else cell.value

    def rich(self, xml: SheetXml, cell: CellXml | None) -> Rich:
        """The text of a cell with its fonts."""
        if cell is None or cell.value is None:
            return Rich((Run(b"", ""),))
        if cell.type == "s":
            return self._string(cell.value)
        return inline_runs(xml, cell) if cell.type == "inlineStr" else Rich((Run(b"", cell.value),))

    def _string(self, index: str) -> Rich:
        if self._strings is None:
            part = self.map.related.get("sharedStrings", "")
            known = self.package.has(part)
            items = self.package.xml(part).iterfind("{*}si") if known else ()
            self._strings = tuple(runs_of(item) for item in items)
        number = int(index)
        return self._strings[number] if number < len(self._strings) else Rich((Run(b"", ""),))

    def merge(self, sheet: SheetPart, row: int, column: int) -> Area | None:
        """The merged area that holds a cell."""
        if sheet.part not in self._merged:
            self._merged[sheet.part] = {
                (each, across): area
                for area in self.sheet(sheet).merges
                if (area.bottom - area.top) < 2000
                for each in range(area.top, area.bottom + 1)
                for across in range(area.left, min(area.right, area.left + 500) + 1)
            }
        return self._merged[sheet.part].get((row, column))

    def top_left(self, sheet: SheetPart, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the content of a cell: itself, or the first of its merged area."""
        area = self.merge(sheet, row, column)
        return (area.top, area.left) if area else (row, column)
