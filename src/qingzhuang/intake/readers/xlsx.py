"""Spreadsheet packages as Excel and WPS save them (ECMA-376 part 1, 18): cells, merges, validations, comments."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from qingzhuang.intake.problems import boxes_unread
from qingzhuang.intake.readers.xlsx_aside import box_texts, page_texts
from qingzhuang.intake.readers.xlsx_cells import cells_of
from qingzhuang.intake.readers.xlsx_contents import Contents
from qingzhuang.intake.readers.xlsx_scan import is_plain, scan
from qingzhuang.intake.readers.xlsx_styles import Styles, number, read_styles
from qingzhuang.intake.readers.xlsx_validations import read_validations
from qingzhuang.model.place import Area, parse_a1
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook
from qingzhuang.ooxml.package import Package, broken, open_package, parse_xml
from qingzhuang.ooxml.relations import Relation, relations
from qingzhuang.ooxml.strings import plain_text, shared_strings
from qingzhuang.ooxml.workbook import SheetPart, WorkbookMap, read_map

if TYPE_CHECKING:
    from lxml import etree

_Cells = dict[tuple[int, int], Cell]
_HIDDEN = frozenset({"1", "true"})


def read(file: str, content: bytes) -> Workbook:
    """Read a package. A sheet that cannot be read becomes a problem, the others go on. Raises ProblemError
    QZ-R004 to QZ-R007."""
    package = open_package(file, content)
    return read_mapped(package, read_map(package))


def read_words(package: Package, workbook: WorkbookMap, sheet: str) -> Workbook | None:
    """Read a package without blank cells if it has a sheet of this name, whatever its capitals; None for any other. Raises
    as `read` does."""
    named = any(each.name.strip().lower() == sheet for each in workbook.sheets)
    return read_mapped(package, workbook, blanks=False) if named else None


def read_mapped(package: Package, workbook: WorkbookMap, *, blanks: bool = True) -> Workbook:
    """Read a package whose map is known, with or without the cells of which only the style can be seen. Raises
    ProblemError QZ-R005."""
    file = package.file
    strings, styles = shared_strings(package, workbook), read_styles(package, workbook)
    problems = [broken(file, part) for part in workbook.missing]
    roots: list[tuple[SheetPart, etree._Element]] = []
    cells: dict[str, _Cells] = {}
    for sheet in workbook.sheets:
        try:
            contents = Contents(strings, workbook.date1904)
            cells[sheet.name], root = _cells(package, sheet, contents, styles, blanks=blanks)
            roots.append((sheet, root))
        except ProblemError as error:
            problems.append(error.problem)
    sheets: list[Sheet] = []
    for part, root in roots:
        related = relations(package, part.part)
        boxes = box_texts(package, related) if blanks and not part.hidden else ()
        found = _sheet(workbook, part, root, cells)
        comments = _comments(package, related)
        sheets.append(replace(found, comments=comments, aside=(*page_texts(root), *boxes)))
        problems += boxes_unread(f"{file} {part.name}", boxes)
    return Workbook(file, FileKind.XLSX, tuple(sheets), tuple(problems))


def _cells(
    package: Package, sheet: SheetPart, contents: Contents, styles: Styles, *, blanks: bool
) -> "tuple[_Cells, etree._Element]":
    """The cells of a sheet, and its part parsed: of a plain one only what is no cell."""
    content = package.part(sheet.part)
    scanned = scan(content, contents, styles, blanks=blanks)
    if scanned is not None:
        root = parse_xml(scanned[1], package.file, sheet.part)
        if is_plain(root):
            return scanned[0], root
    contents.masters.clear()
    root = parse_xml(content, package.file, sheet.part)
    return cells_of(root, contents, styles, (package.file, sheet.name), blanks=blanks), root


def _sheet(workbook: WorkbookMap, part: SheetPart, root: "etree._Element", cells: dict[str, _Cells]) -> Sheet:
    own = cells[part.name]
    used = max((column for _, column in own), default=0)
    return Sheet(
        name=part.name,
        cells=own,
        merges=_merges(root),
        validations=read_validations(root, part.name, workbook, cells),
        hidden=part.hidden,
        hidden_rows=_hidden_rows(root),
        hidden_columns=_hidden_columns(root, used),
    )


def _merges(root: "etree._Element") -> tuple[Area, ...]:
    return tuple(_areas(each.get("ref", "") for each in root.iterfind("{*}mergeCells/{*}mergeCell")))


def _areas(references: Iterator[str]) -> Iterator[Area]:
    for reference in references:
        try:
            yield Area.from_a1(reference)
        except ValueError:
            continue


def _hidden_rows(root: "etree._Element") -> frozenset[int]:
    rows = root.iterfind("{*}sheetData/{*}row[@hidden]")
    return frozenset(number(row, "r") for row in rows if row.get("hidden") in _HIDDEN)


def _hidden_columns(root: "etree._Element", used: int) -> frozenset[int]:
    """Hidden columns within the used ones: a file may hide all the 16,384 at once."""
    hidden = (each for each in root.iterfind("{*}cols/{*}col[@hidden]") if each.get("hidden") in _HIDDEN)
    return frozenset(
        column for each in hidden for column in range(number(each, "min"), min(number(each, "max"), used) + 1)
    )


def _comments(package: Package, related: tuple[Relation, ...]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for relation in related:
        if relation.kind != "comments" or not package.has(relation.target):
            continue
        for comment in package.xml(relation.target).iterfind("{*}commentList/{*}comment"):
            text = comment.find("{*}text")
            try:
                place = parse_a1(comment.get("ref", ""))
            except ValueError:
                continue
            if text is not None:
                found[place] = plain_text(text)
    return found
