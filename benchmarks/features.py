"""What each tool loses of a form: features of a template × programs that packed it, once with blank rows filled and once
with one blank row that becomes five.

    python -m benchmarks.features
"""

import io
import re
import sys
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.feature_packages import FIRST, HEADS, SHEET, STYLES, form, records
from lxml import etree
from openpyxl import load_workbook

from qingzhuang.answer.fill import fill
from qingzhuang.model.answers import Answers

COUNT = 5
_Element = etree._Element


@dataclass(frozen=True)
class View:
    """A filled workbook; `last` is the last row of the list now."""

    parts: dict[str, bytes]
    last: int

    @classmethod
    def of(cls, content: bytes, last: int) -> "View":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()}, last)

    def find(self, name: str, part: str = "worksheets/sheet1.xml") -> list[_Element]:
        """Elements of that local name in all parts whose name ends like this or begins with it."""
        return [
            element
            for known, content in self.parts.items()
            if part in known and not known.endswith((".rels", ".bin", ".png"))
            for element in etree.fromstring(content, etree.XMLParser(recover=True)).iter(f"{{*}}{name}")
        ]

    def cell(self, reference: str) -> _Element | None:
        return next((each for each in self.find("c") if each.get("r") == reference), None)

    def covers(self, name: str, attribute: str, area: str) -> bool:
        """Some element states this area, as an attribute or as a text of its own."""
        found = self.find(name)
        words = [each.get(attribute, "") for each in found]
        words += [inner.text or "" for each in found for inner in each.iter("{*}sqref")]
        return any(area in each.replace("$", "").split() for each in words)

    def text(self, part: str) -> str:
        return "".join(
            content.decode("utf-8", "replace") for name, content in self.parts.items() if part in name
        )


def _value(view: View, reference: str) -> float | None:
    cell = view.cell(reference)
    found = None if cell is None else cell.find("{*}v")
    return float(found.text) if found is not None and found.text else None


def _styles(view: View) -> bool:
    """Rows of the list have one height, and each of their cells the style of the cell above."""
    rows = {int(each.get("r", 0)): each for each in view.find("row")}
    wanted = [rows.get(row) for row in range(FIRST, view.last + 1)]
    if any(row is None for row in wanted):
        return False
    looks = {(row.get("ht"), tuple(cell.get("s") for cell in row)[:8]) for row in wanted if row is not None}
    return len(looks) == 1


def _grouped(view: View) -> bool:
    rows = {int(each.get("r", 0)): each.get("outlineLevel") for each in view.find("row")}
    return all(rows.get(row) == "1" for row in range(FIRST, view.last + 1))


def _formulas(view: View) -> bool:
    """Every row of the list computes from its own cells."""
    book = load_workbook(io.BytesIO(_packed(view)))
    sheet = book[SHEET]
    rows = range(FIRST, view.last + 1)
    return all(f"E{row}/D{row}" in str(sheet.cell(row, 6).value).replace("$", "") for row in rows)


def _packed(view: View) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in view.parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _totals(view: View) -> bool:
    """The totals take all rows in and their stored values are right, here and on the other sheet."""
    people = sum(at + 1 for at in range(1, COUNT + 1))
    cell = view.cell(f"D{view.last + 1}")
    formula = "" if cell is None else cell.findtext("{*}f", "")
    return formula == f"SUM(D{FIRST}:D{view.last})" and _value(view, f"D{view.last + 1}") == people


def _named(view: View) -> bool:
    return f"$D${FIRST}:$D${view.last}" in view.text("xl/workbook.xml")


def _printed(view: View) -> bool:
    book = view.text("xl/workbook.xml")
    return f"$A$1:$H${view.last + 2}" in book and re.search(r"\$3:\$3", book) is not None


def _chain(view: View) -> bool:
    """No order of calculation, or one that names each computed cell once and no other."""
    named = [each.get("r") for each in view.find("c", "calcChain") if each.get("i") in (None, "1")]
    computed = [each.get("r") for each in view.find("c") if each.find("{*}f") is not None]
    return not named or (
        set(named) >= {f"F{row}" for row in range(FIRST, view.last + 1)}
        and set(named)
        <= {
            *computed,
            "A2",
            "B2",
        }
    )


def _commented(view: View) -> bool:
    cell = f"B{view.last + 1}"
    threaded = view.find("threadedComment", "threadedComments")
    return any(each.get("ref") == cell for each in view.find("comment", "comments")) and all(
        each.get("ref") == cell for each in threaded
    )


def _linked(view: View) -> bool:
    links = {each.get("ref", "").split(":")[0]: each for each in view.find("hyperlink")}
    inner = links.get(f"A{view.last + 4}")
    return (
        inner is not None
        and f"E{view.last + 1}" in (inner.get("location") or view.text("sheet1.xml.rels")).replace("$", "")
        and f"A{view.last + 5}" in links
    )


def _anchored(mark: str) -> Callable[[View], bool]:
    return lambda view: re.search(mark, view.text("xl/drawings/drawing")) is not None


def _charted(view: View) -> bool:
    return f"$E${FIRST}:$E${view.last}" in view.text("xl/charts/chart")


def _sparklines(view: View) -> bool:
    found = {
        (each.text or "").strip()
        for each in view.find("sqref")
        if str(getattr(each.getparent(), "tag", "")).endswith("}sparkline")
    }
    return found == {f"I{row}" for row in range(FIRST, view.last + 1)}


def _merged(view: View) -> bool:
    return all(view.covers("mergeCell", "ref", f"G{row}:H{row}") for row in range(FIRST, view.last + 1))


FEATURES: dict[str, Callable[[View], bool]] = {
    "styles and height of rows": _styles,
    "merged target in each row": _merged,
    "merge below the list": lambda view: view.covers(
        "mergeCell", "ref", f"A{view.last + 2}:H{view.last + 2}"
    ),
    "column that computes": _formulas,
    "totals and their stored values": _totals,
    "order of calculation": _chain,
    "conditional format": lambda view: view.covers(
        "conditionalFormatting", "sqref", f"A{FIRST}:H{view.last}"
    ),
    "colour scale": lambda view: view.covers("conditionalFormatting", "sqref", f"D{FIRST}:D{view.last}"),
    "data bar": lambda view: any(
        each.get("sqref", "") == f"E{FIRST}:E{view.last}" and next(each.iter("{*}dataBar"), None) is not None
        for each in view.find("conditionalFormatting")
    ),
    "validation": lambda view: view.covers("dataValidation", "sqref", f"C{FIRST}:C{view.last}"),
    "validation by another sheet": lambda view: view.covers(
        "dataValidation", "sqref", f"G{FIRST}:G{view.last}"
    ),
    "defined name": _named,
    "print area and titles": _printed,
    "filter": lambda view: view.covers("autoFilter", "ref", f"A{FIRST - 1}:H{view.last}"),
    "grouped rows": _grouped,
    "protection": lambda view: bool(view.find("sheetProtection")),
    "range that may be edited": lambda view: view.covers("protectedRange", "sqref", f"B{FIRST}:E{view.last}"),
    "comments": _commented,
    "links": _linked,
    "picture": _anchored(r"<a:blip "),
    "text box": _anchored('txBox="(1|true)"|<a:t>盖章处'),
    "chart": _charted,
    "sparklines": _sparklines,
    "header of the page": lambda view: (
        "困难家庭名册" in "".join(each.text or "" for each in view.find("oddHeader"))
    ),
}


def ours(content: bytes, blank: int) -> bytes:
    return fill("表.xlsx", content, form(blank), Answers(records(COUNT))).content


def openpyxl_fill(content: bytes, blank: int) -> bytes:
    book = load_workbook(io.BytesIO(content))
    sheet = book[SHEET]
    if blank < COUNT:
        sheet.insert_rows(FIRST + blank, COUNT - blank)
    for down, record in enumerate(records(COUNT)):
        for at, name in enumerate(HEADS, 1):
            if name in record:
                sheet.cell(FIRST + down, at, record[name])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def had(style: str, blank: int) -> dict[str, bool]:
    """Which features the template itself has, as the program packed it."""
    view = View.of(STYLES[style](blank), FIRST + blank - 1)
    return {name: _holds(check, view) for name, check in FEATURES.items()}


def _holds(check: Callable[[View], bool], view: View) -> bool:
    try:
        return check(view)
    except Exception:  # a tool left a part that cannot be read
        return False


def losses(tool: Callable[[bytes, int], bytes], style: str, blank: int) -> list[str]:
    """The features of the template that are gone or wrong after filling."""
    content = STYLES[style](blank)
    there = had(style, COUNT)
    there["totals and their stored values"] = True
    view = View.of(tool(content, blank), FIRST + COUNT - 1)
    return [name for name, check in FEATURES.items() if there[name] and not _holds(check, view)]


def main() -> None:
    warnings.simplefilter("ignore")
    tools = {"Qingzhuang": ours, "openpyxl": openpyxl_fill}
    print("| packed by | rows | tool | lost or wrong | which |\n|---|---|---|---|---|")
    for style in STYLES:
        for blank in (COUNT, 1):
            for name, tool in tools.items():
                found = losses(tool, style, blank)
                count = sum(had(style, COUNT).values()) + 1
                rows = "blank rows filled" if blank == COUNT else "rows put in"
                print(
                    f"| {style} | {rows} | {name} | {len(found)} of {count} | {'; '.join(found) or 'nothing'} |"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main()
