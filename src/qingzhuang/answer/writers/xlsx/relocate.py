"""Everything of a package that names rows of a sheet, carried along when rows are put in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qingzhuang.answer.writers.xlsx.anchors import move_anchors, move_notes
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.calcchain import move_chain
from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.formula.move import Seat, move, move_series
from qingzhuang.answer.writers.xlsx.furniture import move_area
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.relations import relations
from qingzhuang.ooxml.rewrite import rewrite

_FORMULA_TEXTS = frozenset(("f", "definedName", "calculatedColumnFormula", "totalsRowFormula"))
_FORMULA_ATTRIBUTES = ("textlink", "fmlaLink", "fmlaRange")


@dataclass(slots=True)
class Relocation:
    """The parts being changed: `package` shows each part as it is by now."""

    package: Package
    maps: Mapping[str, RowMap]
    changed: dict[str, bytes]

    def apply(self, part: str, change: Callable[[bytes], bytes]) -> None:
        """Change a part, once per call; one that comes out the same is not listed as changed."""
        if not self.package.has(part):
            return
        before = self.changed.get(part) or self.package.part(part)
        after = change(before)
        if after != before:
            self.changed[part] = after

    def formulas(self, part: str, sheet: str = "") -> Callable[[bytes], bytes]:
        """A change that moves the references in a part's formulas; `sheet` is the one they mean when they name none."""
        seat = Seat(sheet)

        def tag(_name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
            given = [name for name in _FORMULA_ATTRIBUTES if attributes.get(name)]
            return {name: self.moved(attributes[name], seat) for name in given}

        def text(name: str, formula: str, _attributes: Mapping[str, str]) -> str:
            return self.moved(formula, seat) if name in _FORMULA_TEXTS else formula

        return lambda content: rewrite(content, self.package.file, part, tag, text)

    def series(self, part: str, sheet: str) -> Callable[[bytes], bytes]:
        """A change that moves the references of a chart: one over the only row of a list takes in the rows put there."""

        def text(name: str, formula: str, _attributes: Mapping[str, str]) -> str:
            return move_series(formula, sheet, self.maps) if name == "f" else formula

        return lambda content: rewrite(content, self.package.file, part, None, text)

    def moved(self, formula: str, seat: Seat) -> str:
        """Move one formula."""
        return move(formula, seat, self.maps)


def relocate(
    book: Book, edits: Mapping[str, SheetEdit], maps: Mapping[str, RowMap], changed: dict[str, bytes]
) -> None:
    """Carry along what names rows that moved: the parts that hang on the sheets, and the workbook. Raises ProblemError QZ-R005 when such a part is broken."""
    work = Relocation(book.package, maps, changed)
    for sheet in book.map.sheets:
        _dependents(work, sheet.part, sheet.name)
    work.apply(book.map.part, work.formulas(book.map.part))
    for kind, part in book.map.related.items():
        if kind == "pivotCacheDefinition":
            work.apply(part, _pivot_source(work, part))
    order = _sheet_ids(book)
    chain = book.map.related.get("calcChain", "")
    work.apply(chain, lambda content: move_chain(content, book.package.file, chain, edits, order))


def _dependents(work: Relocation, part: str, sheet: str) -> None:
    """The parts that a sheet's relations lead to."""
    rowmap = work.maps.get(sheet.casefold(), RowMap())
    for relation in relations(work.package, part):
        target, kind = relation.target, relation.kind
        if relation.external:
            continue
        if kind == "drawing":
            _drawing(work, target, sheet, rowmap)
        elif kind == "vmlDrawing" and rowmap:
            work.apply(target, lambda content: move_notes(content, rowmap))
        elif kind in {"comments", "threadedComment", "table", "pivotTable"} and rowmap:
            work.apply(target, _references(work, target, rowmap, grow=kind in {"table", "pivotTable"}))
        if kind in {"table", "ctrlProp"}:
            work.apply(target, work.formulas(target, sheet))


def _drawing(work: Relocation, part: str, sheet: str, rowmap: RowMap) -> None:
    if rowmap:
        work.apply(part, lambda content: move_anchors(content, work.package.file, part, rowmap))
    work.apply(part, work.formulas(part, sheet))
    for relation in relations(work.package, part):
        if relation.kind in {"chart", "chartEx"}:
            work.apply(relation.target, work.series(relation.target, sheet))


def _references(work: Relocation, part: str, rowmap: RowMap, *, grow: bool) -> Callable[[bytes], bytes]:
    """A change that moves every ref attribute: of comments, tables with their filters, pivot tables."""

    def tag(_name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        return {"ref": move_area(attributes["ref"], rowmap, grow=grow)} if "ref" in attributes else {}

    return lambda content: rewrite(content, work.package.file, part, tag, None)


def _pivot_source(work: Relocation, part: str) -> Callable[[bytes], bytes]:
    def tag(name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        rowmap = work.maps.get(attributes.get("sheet", "").casefold())
        if name != "worksheetSource" or not rowmap or "ref" not in attributes:
            return {}
        return {"ref": move_area(attributes["ref"], rowmap)}

    return lambda content: rewrite(content, work.package.file, part, tag, None)


def _sheet_ids(book: Book) -> dict[str, str]:
    """The sheet's number (sheetId) in the workbook → its part; the calculation chain counts by it."""
    root = book.package.xml(book.map.part)
    ids = {
        (element.get("name") or "").casefold(): element.get("sheetId") or ""
        for element in root.iterfind("{*}sheets/{*}sheet")
    }
    return {ids.get(sheet.name.casefold(), ""): sheet.part for sheet in book.map.sheets}
