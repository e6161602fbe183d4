"""Files for tests as the one XML that Office 2003 writes, and packages written out flat."""

import base64
import io
import zipfile
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from qingzhuang.model.sheet import Bounds, Cell, Sheet, Validation

_HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)

_WORDS = "http://schemas.microsoft.com/office/word/2003/wordml"

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
    rules = "".join(_rule(rule) for rule in sheet.validations if rule.codes or rule.bounds)
    shown = (
        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>" if sheet.hidden else ""
    )
    return f"<Worksheet ss:Name={quoteattr(sheet.name)}><Table>{lines}</Table>{shown}{rules}</Worksheet>"


def _rule(rule: Validation) -> str:
    areas = ",".join(f"R{a.top}C{a.left}:R{a.bottom}C{a.right}" for a in rule.areas)
    if rule.codes:
        said = f"<x:Type>List</x:Type><x:CellRangeList/><x:Value>&quot;{escape(','.join(rule.codes))}&quot;</x:Value>"
    else:
        said = _bounds(rule.kind, rule.bounds)
    return f"<x:DataValidation><x:Range>{areas}</x:Range>{said}</x:DataValidation>"


def _bounds(kind: str, bounds: Bounds | None) -> str:
    """Two bounds as Min and Max, one as Value."""
    assert bounds is not None
    ends = zip(("Min", "Max") if bounds.second else ("Value",), (bounds.first, bounds.second), strict=False)
    told = "".join(f"<x:{name}>{escape(text)}</x:{name}>" for name, text in ends)
    style = "<x:ErrorStyle>Warn</x:ErrorStyle>" if bounds.soft else ""
    word = bounds.operator[0].upper() + bounds.operator[1:].replace("ThanOrEqual", "OrEqual").replace(
        "Than", ""
    )
    return f"<x:Type>{kind[0].upper()}{kind[1:]}</x:Type><x:Qualifier>{word}</x:Qualifier>{told}{style}"


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


def old_words(body: str) -> bytes:
    """What Word 2003 writes: another namespace, other names for merges, everything in a section."""
    inside = body.replace("w:vMerge", "w:vmerge")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{_WORDS}" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:styles><w:style w:type="paragraph" '
        f'w:default="on" w:styleId="a"><w:rPr><w:b/></w:rPr></w:style></w:styles><w:body><wx:sect><wx:sub-section>{inside}'
        "</wx:sub-section></wx:sect></w:body></w:wordDocument>"
    ).encode()


def flat(package: bytes) -> bytes:
    """A package as one XML, its parts that are no XML in base64."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(package)) as box:
        for name in box.namelist():
            if name == "[Content_Types].xml":
                continue
            content = box.read(name)
            if content.lstrip().startswith(b"<"):
                text = (
                    content.decode().partition("?>")[2] if content.startswith(b"<?xml") else content.decode()
                )
                inside = f"<pkg:xmlData>{text}</pkg:xmlData>"
            else:
                inside = f"<pkg:binaryData>{base64.b64encode(content).decode()}</pkg:binaryData>"
            kind = (
                "application/vnd.openxmlformats-package.relationships+xml"
                if name.endswith(".rels")
                else "application/xml"
            )
            parts.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}">{inside}</pkg:part>')
    head = '<?xml version="1.0" standalone="yes"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    return f"{head}{''.join(parts)}</pkg:package>".encode()
