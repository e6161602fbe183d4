"""Where answers go in a sheet that is no spreadsheet package: a bare package with the same texts in the same cells stands in for
it, so that every format follows the same rules."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.template import Template
from qingzhuang.answer.writers.xlsx.values import Rich, clean
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form
from qingzhuang.model.place import Area, Place, column_letters
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="49" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>'
)
_ABOUT_LOOKS = frozenset(("QZ-F010", "QZ-F040", "QZ-F041", "QZ-R105"))


@dataclass(slots=True)
class Grid:
    """The cells of one sheet: texts by (row, column), which of them compute, which are merged."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    computed: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Worked:
    """What is to change on one sheet: values by new row and column (None empties), and where the rows go."""

    writes: Mapping[int, Mapping[int, Scalar]]
    rows: RowMap


def worked_out(
    file: str, grids: Sequence[Grid], form: Form, answers: Answers
) -> tuple[dict[str, Worked], tuple[Place, ...], tuple[Problem, ...]]:
    """Return the changes by sheet, the places written to, and what a person should know."""
    filling, problems = Template(file, _package(grids)).worked(form, answers)
    found = {
        edit.name: Worked(
            {row: {at: _plain(write.value) for at, write in edit.writes[row].items()} for row in edit.writes},
            edit.rowmap,
        )
        for edit in filling.edits
    }
    told = [each for each in (*problems, *filling.problems) if each.code not in _ABOUT_LOOKS]
    return found, tuple(filling.written), tuple(told)


def _plain(value: object) -> Scalar:
    return value.text if isinstance(value, Rich) else value  # type: ignore[return-value]


def _package(grids: Sequence[Grid]) -> bytes:
    numbers = range(1, len(grids) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(grid.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, grid in zip(numbers, grids, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    styles = f'<Relationship Id="rId{len(grids) + 1}" Type="{_LINKS}/styles" Target="styles.xml"/>'
    root = f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>'
    relations = f'<Relationships xmlns="{_PACKAGE}relationships">'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
        f'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f"{relations}{root}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{relations}{links}{styles}</Relationships>",
        "xl/styles.xml": _STYLES,
    }
    parts |= {
        f"xl/worksheets/sheet{number}.xml": _sheet(grid) for number, grid in zip(numbers, grids, strict=True)
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as box:
        for name, text in parts.items():
            box.writestr(name, _HEAD + text)
    return stream.getvalue()


def _sheet(grid: Grid) -> str:
    rows: dict[int, list[str]] = {}
    for row, column in sorted({*grid.texts, *grid.computed}):
        rows.setdefault(row, []).append(_cell(grid, row, column))
    lines = "".join(f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
    merges = "".join(f'<mergeCell ref="{area.a1}"/>' for area in grid.merges)
    merged = f'<mergeCells count="{len(grid.merges)}">{merges}</mergeCells>' if merges else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData>{merged}</worksheet>'


def _cell(grid: Grid, row: int, column: int) -> str:
    reference = f"{column_letters(column)}{row}"
    if (row, column) in grid.computed:
        return f'<c r="{reference}"><f>1*1</f><v>1</v></c>'
    text = escape(clean(grid.texts[row, column]))
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
