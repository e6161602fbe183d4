"""The tables of a workbook (Excel's own, ECMA-376 part 1, 18.5) as formulas name them."""

from collections.abc import Iterator

from qingzhuang.answer.writers.xlsx.formula.columns import NamedTable
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.model.place import Area
from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.relations import relations
from qingzhuang.ooxml.workbook import SheetPart


def named_tables(package: Package, sheet: SheetPart) -> Iterator[NamedTable]:
    """Yield the tables of a sheet. Raises ProblemError QZ-R005."""
    for relation in relations(package, sheet.part):
        if relation.kind != "table" or not package.has(relation.target):
            continue
        root = package.xml(relation.target)
        area = Area.from_a1(root.get("ref", ""))
        head, foot = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount", "0"))
        yield NamedTable(
            frozenset((root.get(name) or "").casefold() for name in ("name", "displayName")),
            sheet.name,
            area,
            Area(area.top + head, area.left, area.bottom - foot, area.right),
            tuple(
                (column.get("name") or "").casefold()
                for column in root.iterfind("{*}tableColumns/{*}tableColumn")
            ),
        )


def carried(table: NamedTable, rowmap: RowMap) -> NamedTable:
    """Return a table as it is when rows have been put in."""
    return NamedTable(
        table.names, table.sheet, rowmap.area(table.area), rowmap.area(table.data), table.columns
    )
