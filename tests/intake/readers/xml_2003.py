"""Workbooks for tests, written as the one XML that Excel 2003 writes."""

from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from qingzhuang.model.sheet import Cell, Sheet, Validation

_HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)

_Look = tuple[bool, bool, bool, bool, bool, str]


def sheets_xml(*sheets: Sheet) -> bytes:
    """The sheets as SpreadsheetML 2003; rows and cells that hold nothing are passed over by their index."""
    styles: dict[_Look, str] = {}
    body = "".join(_sheet(each, styles) for each in sheets)
    told = "".join(_style(name, *look) for look, name in styles.items())
    return f"{_HEAD}<Styles>{told}</Styles>{body}</Workbook>".encode()


def _sheet(sheet: Sheet, styles: dict[_Look, str]) -> str:
    merged = {(area.top, area.left): area for area in sheet.merges}
    rows: dict[int, list[str]] = {}
    for place in sorted({*sheet.cells, *merged}):
        cell = sheet.cells.get(place, Cell(*place))
        look = (cell.bold, cell.red, cell.filled, cell.bordered, cell.centred, cell.number_format)
        name = styles.setdefault(look, f"s{len(styles) + 20}")
        span = ""
        if area := merged.get(place):
            span = f' ss:MergeAcross="{area.right - area.left}" ss:MergeDown="{area.bottom - area.top}"'
        data = _data(cell) if cell.text else ""
        note = (
            f"<Comment><Data>{escape(sheet.comments[place])}</Data></Comment>"
            if place in sheet.comments
            else ""
        )
        rows.setdefault(place[0], []).append(
            f'<Cell ss:Index="{place[1]}" ss:StyleID="{name}"{span}>{data}{note}</Cell>'
        )
    lines = "".join(
        f'<Row ss:Index="{row}"{_hidden(row in sheet.hidden_rows)}>{"".join(cells)}</Row>'
        for row, cells in rows.items()
    )
    rules = "".join(map(_rule, sheet.validations))
    shown = (
        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>" if sheet.hidden else ""
    )
    return f"<Worksheet ss:Name={quoteattr(sheet.name)}><Table>{lines}</Table>{shown}{rules}</Worksheet>"


def _rule(rule: Validation) -> str:
    """A list of words, or bounds; the prompt is left out."""
    bounds = rule.bounds
    if rule.codes:
        said = f"<x:Type>List</x:Type><x:CellRangeList/><x:Value>&quot;{escape(','.join(rule.codes))}&quot;</x:Value>"
    elif bounds:
        kind = rule.kind[:1].upper() + rule.kind[1:]
        word = bounds.operator[:1].upper() + bounds.operator[1:].replace(
            "ThanOrEqual", "OrEqual"
        ).removesuffix("Than")
        ends = (
            f"<x:Min>{escape(bounds.first)}</x:Min><x:Max>{escape(bounds.second)}</x:Max>"
            if bounds.second
            else f"<x:Value>{escape(bounds.first)}</x:Value>"
        )
        warns = "<x:ErrorStyle>Warn</x:ErrorStyle>" if bounds.soft else ""
        said = f"<x:Type>{kind}</x:Type><x:Qualifier>{word}</x:Qualifier>{ends}{warns}"
    else:
        return ""
    areas = ",".join(f"R{a.top}C{a.left}:R{a.bottom}C{a.right}" for a in rule.areas)
    return f"<x:DataValidation><x:Range>{areas}</x:Range>{said}</x:DataValidation>"


def _data(cell: Cell) -> str:
    if isinstance(cell.value, date):
        day = "%Y-%m-%dT%H:%M:%S" if isinstance(cell.value, datetime) else "%Y-%m-%dT00:00:00"
        return f'<Data ss:Type="DateTime">{cell.value.strftime(day)}.000</Data>'
    number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return f'<Data ss:Type="{"Number" if number else "String"}">{escape(cell.text)}</Data>'


def _hidden(yes: bool) -> str:
    return ' ss:Hidden="1"' if yes else ""


def _style(name: str, bold: bool, red: bool, filled: bool, bordered: bool, centred: bool, code: str) -> str:
    font = f"<Font{' ss:Bold=' + chr(34) + '1' + chr(34) if bold else ''}{' ss:Color=' + chr(34) + '#FF0000' + chr(34) if red else ''}/>"
    fill = '<Interior ss:Color="#DDEBF7" ss:Pattern="Solid"/>' if filled else ""
    lines = (
        '<Borders><Border ss:Position="Bottom" ss:LineStyle="Continuous" ss:Weight="1"/></Borders>'
        if bordered
        else ""
    )
    align = '<Alignment ss:Horizontal="Center"/>' if centred else ""
    return (
        f'<Style ss:ID="{name}">{align}{lines}{font}{fill}<NumberFormat ss:Format={quoteattr(code)}/></Style>'
    )
