"""The map of a spreadsheet package: its sheets, its defined names and its date system (ECMA-376 part 1, 18.2)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.names import OFFICE_RELATIONS, STRICT_RELATIONS
from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.relations import relations

if TYPE_CHECKING:
    from lxml import etree

_DEFAULT_PART = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, the part that holds it, and whether a person sees it."""

    name: str
    part: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name and the reference it stands for, without a leading =; `sheet` is the index of the sheet that it is
    local to, in the order of the workbook, or None."""

    name: str
    reference: str
    sheet: int | None = None


@dataclass(frozen=True, slots=True)
class WorkbookMap:
    """`part` is the workbook's own part; `sheets` are in tab order, chart sheets left out; `related` maps the kind of
    a relation of the workbook (styles, sharedStrings, theme …) to its part; `missing` names the worksheets' parts that
    the package does not hold."""

    part: str
    sheets: tuple[SheetPart, ...]
    names: tuple[DefinedName, ...]
    related: dict[str, str]
    date1904: bool = False
    missing: tuple[str, ...] = ()

    def sheet(self, name: str) -> SheetPart:
        """Return the sheet of that name; upper and lower case are one, as in the programs. Raises KeyError."""
        for sheet in self.sheets:
            if sheet.name.casefold() == name.casefold():
                return sheet
        raise KeyError(name)


def read_map(package: Package) -> WorkbookMap:
    """Read the map of a spreadsheet package. Raises ProblemError QZ-R005 or QZ-R007 (no workbook inside)."""
    part = workbook_part(package)
    root = package.xml(part)
    linked = {relation.id: relation for relation in relations(package, part)}
    named = [
        SheetPart(element.get("name", ""), relation.target, element.get("state", "visible") != "visible")
        for element in root.iterfind("{*}sheets/{*}sheet")
        if (relation := linked.get(_relation_id(element))) and relation.kind == "worksheet"
    ]
    properties = root.find("{*}workbookPr")
    return WorkbookMap(
        part=part,
        sheets=tuple(sheet for sheet in named if package.has(sheet.part)),
        names=tuple(
            DefinedName(
                element.get("name", ""), (element.text or "").lstrip("="), _index(element.get("localSheetId"))
            )
            for element in root.iterfind("{*}definedNames/{*}definedName")
        ),
        related={relation.kind: relation.target for relation in linked.values()},
        date1904=properties is not None and properties.get("date1904", "0") in {"1", "true"},
        missing=tuple(sheet.part for sheet in named if not package.has(sheet.part)),
    )


def workbook_part(package: Package) -> str:
    """Return the name of the workbook's part. Raises ProblemError QZ-R007 when the package is no spreadsheet."""
    for relation in relations(package):
        if relation.kind == "officeDocument" and package.has(relation.target):
            return relation.target
    if package.has(_DEFAULT_PART):
        return _DEFAULT_PART
    raise ProblemError(
        Problem(
            "QZ-R007",
            package.file,
            _("文件里没有工作簿，不是表格文件。"),
            _("请用 WPS 或 Excel 打开后另存为 .xlsx 再试。"),
        )
    )


def _relation_id(element: "etree._Element") -> str:
    return element.get(f"{{{OFFICE_RELATIONS}}}id") or element.get(f"{{{STRICT_RELATIONS}}}id") or ""


def _index(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdigit() else None
