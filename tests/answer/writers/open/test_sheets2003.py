"""SpreadsheetML 2003 comes back as SpreadsheetML 2003: rows, merges and formulas move, looks stay."""

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.sheet import FileKind, Scalar

HEAD = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><Borders><Border ss:Position="Top" ss:LineStyle="Continuous"/></Borders></Style></Styles>
<Worksheet ss:Name="名册"><Table ss:ExpandedRowCount="6">"""
TAIL = "</Table></Worksheet></Workbook>"


def cell(text: str = "", more: str = "") -> str:
    inside = f'<Data ss:Type="String">{text}</Data>' if text else ""
    return f'<Cell ss:StyleID="s1"{more}>{inside}</Cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<Row{more}>{''.join(cells)}</Row>"


def blank() -> str:
    return row(cell(), cell(), cell())


def book(*rows: str) -> bytes:
    return (HEAD + "".join(rows) + TAIL).encode()


LIST = book(
    row(cell("人员名册", ' ss:MergeAcross="2"')),
    row(cell("姓名"), cell("联系电话"), cell("土地面积")),
    blank(),
    blank(),
    row(
        cell("合计"), cell(), '<Cell ss:Formula="=SUM(R[-2]C:R[-1]C)"><Data ss:Type="Number">0</Data></Cell>'
    ),
    row(cell("填表人：")),
)


def done(content: bytes, answers: Answers) -> Filled:
    form = read_form("表.xml", content)
    assert form.kind is FileKind.XML_SHEETS
    return fill("表.xml", content, form, answers)


def texts(made: Filled) -> dict[tuple[int, int], Scalar]:
    (sheet,) = read_workbook("表.xml", made.content).sheets
    return {at: each.value for at, each in sheet.cells.items() if each.value is not None}


def test_blank_rows_are_filled_and_all_else_stays() -> None:
    made = done(LIST, Answers(({"姓名": "甲", "土地面积": 2.5},), {"填表人": "乙"}))
    found = texts(made)
    assert (found[3, 1], found[3, 3], found[6, 1]) == ("甲", 2.5, "填表人：乙")
    assert b"mso-application" in made.content
    assert made.content.count(b'ss:StyleID="s1"') == LIST.count(b'ss:StyleID="s1"')


def test_rows_are_put_in_with_their_looks_and_formulas_take_them_in() -> None:
    rows: tuple[dict[str, Scalar], ...] = tuple({"姓名": name, "土地面积": 1} for name in "甲乙丙丁")
    made = done(LIST, Answers(rows))
    (sheet,) = read_workbook("表.xml", made.content).sheets
    assert [sheet.cells[at, 1].text for at in range(3, 8)] == ["甲", "乙", "丙", "丁", "合计"]
    assert sheet.cells[7, 3].formula == "SUM(R[-4]C:R[-1]C)"
    assert sheet.cells[7, 3].value is None
    assert all(sheet.cells[at, 2].bordered for at in range(3, 7))


def test_gaps_and_repeats_of_rows_and_cells_are_kept() -> None:
    """A row may name its number, and so may a cell."""
    content = book(
        row(cell("姓名"), cell("联系电话"), cell("住址"), more=' ss:Index="3"'),
        row(cell("", ' ss:Index="3"'), more=' ss:Index="5"'),
        row(cell("注：如实填写"), more=' ss:Index="9"'),
    )
    made = done(content, Answers(({"姓名": "甲", "住址": "柳湾村"},)))
    found = texts(made)
    assert "甲" in found.values()
    assert found[9, 1] == "注：如实填写"
    assert found[3, 1] == "姓名"
