"""A form with everything that a spreadsheet can hang on the rows of a list, as three programs pack it: Excel and WPS (by
their habits: shared strings and formulas, order of calculation, threaded comments, x14 extensions, absolute targets of
relations, pictures in cells), LibreOffice (by the program itself) and the Open XML SDK (prefixes, inline strings)."""

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from benchmarks.filling_template import _picture as picture

from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar

SHEET, OTHER, CODES = "名册", "明细", "码表"
FIRST = 4
HEADS = ("序号", "姓名", "类别", "人数", "金额", "人均", "备注")
KINDS = {"人数": ItemType.INTEGER, "金额": ItemType.NUMBER}
Parts = dict[str, bytes]


def records(count: int) -> tuple[dict[str, Scalar], ...]:
    """People for the first list."""
    return tuple(
        {"姓名": f"人{at}", "类别": "低保", "人数": at + 1, "金额": 100.5 * at, "备注": "无"}
        for at in range(1, count + 1)
    )


def form(blank: int) -> Form:
    """The form as it was read: a list with so many blank rows."""
    columns = tuple(
        Item((name,), Place(SHEET, FIRST - 1, at), type=KINDS.get(name, ItemType.TEXT))
        for at, name in enumerate(HEADS, 1)
        if name != "人均"
    )
    table = Table(
        SHEET,
        TableKind.LIST,
        header_rows=(FIRST - 1, FIRST - 1),
        columns=columns,
        data_start_row=FIRST,
        data_end_row=FIRST + blank - 1,
        total_rows=(FIRST + blank,),
    )
    return Form("表.xlsx", FileKind.XLSX, None, (table,))


def plain(blank: int) -> bytes:
    """The form as XlsxWriter packs it."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet, other, codes = (book.add_worksheet(name) for name in (SHEET, OTHER, CODES))
    codes.write_column("A1", ["无", "新增", "退出"])
    last = FIRST + blank - 1
    _cells(book, sheet, last)
    _around(book, sheet, last)
    _hung(book, sheet, last)
    other.write_row("A1", ["合计金额", "户均"])
    other.write_formula("A2", f"={SHEET}!E{last + 1}", None, 0)
    other.write_formula("B2", "=SUM(人数区)", None, 0)
    book.define_name("人数区", f"={SHEET}!$D${FIRST}:$D${last}")
    book.close()
    return buffer.getvalue()


def _cells(book: Any, sheet: Any, last: int) -> None:
    edge = book.add_format({"border": 1, "font_name": "仿宋", "font_size": 12})
    money = book.add_format({"border": 1, "num_format": "#,##0.00", "bg_color": "#FFF2CC", "locked": False})
    bold = book.add_format({"border": 1, "bold": True, "align": "center"})
    sheet.merge_range("A1:H1", "困难家庭名册", bold)
    sheet.write_row(FIRST - 2, 0, HEADS, bold)
    sheet.set_row(0, 30)
    for row in range(FIRST, last + 1):
        sheet.set_row(row - 1, 22.5, None, {"level": 1})
        for column in range(4):
            sheet.write_blank(row - 1, column, None, edge)
        sheet.write_blank(row - 1, 4, None, money)
        sheet.write_formula(row - 1, 5, f"=IFERROR(E{row}/D{row},0)", money, 0)
        sheet.merge_range(row - 1, 6, row - 1, 7, None, edge)
        sheet.add_sparkline(row - 1, 8, {"range": f"{SHEET}!D{row}:E{row}"})
    sheet.write(last, 0, "合计", bold)
    sheet.write_formula(last, 3, f"=SUM(D{FIRST}:D{last})", bold, 0)
    sheet.write_formula(last, 4, f"=SUM(E{FIRST}:E{last})", money, 0)
    sheet.merge_range(last + 1, 0, last + 1, 7, "填表说明：按户填写。", edge)


def _around(book: Any, sheet: Any, last: int) -> None:
    sheet.data_validation(f"C{FIRST}:C{last}", {"validate": "list", "source": ["低保", "五保"]})
    sheet.data_validation(f"G{FIRST}:G{last}", {"validate": "list", "source": f"={CODES}!$A$1:$A$3"})
    sheet.conditional_format(f"D{FIRST}:D{last}", {"type": "3_color_scale"})
    sheet.conditional_format(f"E{FIRST}:E{last}", {"type": "data_bar", "data_bar_2010": True})
    red = book.add_format({"font_color": "#FF0000"})
    sheet.conditional_format(
        f"A{FIRST}:H{last}", {"type": "formula", "criteria": f"=$D{FIRST}>5", "format": red}
    )
    sheet.autofilter(f"A{FIRST - 1}:H{last}")
    sheet.print_area(f"A1:H{last + 2}")
    sheet.repeat_rows(FIRST - 2)
    sheet.protect("", {"format_cells": True})
    sheet.unprotect_range(f"B{FIRST}:E{last}", "填写区")
    sheet.set_header("&C困难家庭名册")


def _hung(book: Any, sheet: Any, last: int) -> None:
    sheet.write_comment(last, 1, "由民政办核对", {"author": "民政办"})
    sheet.write_url(last + 3, 0, f"internal:{SHEET}!E{last + 1}", string="看合计")
    sheet.write_url(last + 4, 0, "https://example.invalid/说明", string="填表说明")
    sheet.insert_image(last + 6, 0, "seal.png", {"image_data": io.BytesIO(picture())})
    sheet.insert_textbox(last + 10, 0, "盖章处")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"={SHEET}!$E${FIRST}:$E${last}", "name": f"={SHEET}!$A${last + 1}"})
    sheet.insert_chart(0, 10, chart)


def excel(blank: int) -> bytes:
    """As Excel packs it: shared formulas, order of calculation, threaded comments, revision ids, printer settings."""
    parts = _parts(plain(blank))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    sheet = sheet.replace(
        "<worksheet ",
        '<worksheet xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
        'xr:uid="{00000000-0001-0000-0000-000000000000}" ',
        1,
    ).replace('mc:Ignorable="x14ac"', 'mc:Ignorable="x14ac xr"')
    if "x14ac:dyDescent" not in sheet:
        sheet = re.sub(r'<row r="(\d+)"', r'<row r="\1" x14ac:dyDescent="0.2"', sheet)
    last = FIRST + blank - 1
    if blank > 1:
        sheet = _shared(sheet, last)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    cells = [*(f"F{row}" for row in range(FIRST, last + 1)), f"D{last + 1}", f"E{last + 1}"]
    chain = "".join(f'<c r="{cell}" i="1"/>' for cell in cells) + '<c r="A2" i="2"/><c r="B2" i="2"/>'
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    _add(parts, "xl/workbook.xml", "calcChain", "xl/calcChain.xml", f"<calcChain {main}>{chain}</calcChain>")
    _threads(parts, f"B{last + 1}")
    settings = "xl/printerSettings/printerSettings1.bin"
    _add(parts, "xl/worksheets/sheet1.xml", "printerSettings", settings, "\0printer\0")
    return _packed(parts)


def _shared(sheet: str, last: int) -> str:
    """The computed column as one shared formula."""
    text = re.search(rf'r="F{FIRST}"[^>]*><f>([^<]*)</f>', sheet)
    first = text.group(1) if text else ""
    sheet = sheet.replace(f"<f>{first}</f>", f'<f t="shared" ref="F{FIRST}:F{last}" si="0">{first}</f>', 1)
    for row in range(FIRST + 1, last + 1):
        follower = first.replace(f"E{FIRST}", f"E{row}").replace(f"D{FIRST}", f"D{row}")
        sheet = sheet.replace(f"<f>{follower}</f>", '<f t="shared" si="0"/>', 1)
    return sheet


def _threads(parts: Parts, cell: str) -> None:
    space = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
    person, thread = "{10000000-0000-4000-8000-000000000001}", "{20000000-0000-4000-8000-000000000001}"
    _add(
        parts,
        "xl/worksheets/sheet1.xml",
        "threadedComment",
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments {space}><threadedComment ref="{cell}" dT="2026-01-01T00:00:00.00" '
        f'personId="{person}" id="{thread}"><text>由民政办核对</text></threadedComment></ThreadedComments>',
        "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    )
    _add(
        parts,
        "xl/workbook.xml",
        "person",
        "xl/persons/person.xml",
        f'<personList {space}><person displayName="民政办" id="{person}" userId="m" providerId="None"/></personList>',
        "http://schemas.microsoft.com/office/2017/10/relationships/person",
    )


def wps(blank: int) -> bytes:
    """As WPS packs it: absolute targets of relations, its own namespace and properties, a picture in a cell, no docProps
    of the sheet's titles, cell styles numbered from 49."""
    parts = _parts(plain(blank))
    for name in [name for name in parts if name.endswith(".rels") and name != "_rels/.rels"]:
        folder = name.split("/_rels/")[0]
        parts[name] = re.sub(
            rb'Target="(?!/|https?:|#|\.\./)([^"]*)"(?![^>]*External)',
            rb'Target="/' + folder.encode() + rb'/\1"',
            re.sub(rb'Target="\.\./', b'Target="/xl/', parts[name]),
        )
    space = 'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
    sheet = parts["xl/worksheets/sheet1.xml"].decode().replace("<worksheet ", f"<worksheet {space} ", 1)
    row = FIRST + blank + 4
    formula = '_xlfn.DISPIMG("ID_0123456789ABCDEF0123456789ABCDEF",1)'
    cell = f'<c r="C{row}" t="str"><f>{formula}</f><v>={formula}</v></c>'
    sheet = re.sub(rf'(<row r="{row}"[^>]*>.*?)(</row>)', rf"\g<1>{cell}\2", sheet, count=1, flags=re.DOTALL)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    _add(
        parts,
        "xl/workbook.xml",
        "cellImage",
        "xl/cellimages.xml",
        f"<etc:cellImages {space}><etc:cellImage/></etc:cellImages>",
        "http://www.wps.cn/officeDocument/2020/cellImage",
    )
    parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
        b'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
        b"<vt:lpwstr>2052-12.1.0.1</vt:lpwstr></property></Properties>"
    )
    return _packed(dict(sorted(parts.items(), key=lambda each: each[0].startswith("xl/worksheets"))))


def sdk(blank: int) -> bytes:
    """As programs on the Open XML SDK pack it: every element with a prefix, texts inside their cells."""
    parts = _parts(plain(blank))
    strings = re.findall(r"<si>(.*?)</si>", parts["xl/sharedStrings.xml"].decode(), flags=re.DOTALL)
    for name in [name for name in parts if re.fullmatch(r"xl/worksheets/sheet\d\.xml", name)]:
        text = parts[name].decode()
        text = re.sub(
            r' t="s"><v>(\d+)</v>', lambda found: f' t="inlineStr"><is>{strings[int(found[1])]}</is>', text
        )
        text = re.sub(r"<(/?)(?=[A-Za-z]+[\s/>])", r"<\1x:", text).replace(" xmlns=", " xmlns:x=", 1)
        parts[name] = text.encode()
    return _packed(parts)


def libreoffice(blank: int) -> bytes:
    """As LibreOffice packs it: the form opened and saved by the program."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.xlsx").write_bytes(plain(blank))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
        subprocess.run([*words, str(folder / "in.xlsx")], check=True, capture_output=True)
        return (folder / "out" / "in.xlsx").read_bytes()


STYLES: dict[str, Callable[[int], bytes]] = {
    "LibreOffice": libreoffice,
    "Excel": excel,
    "WPS": wps,
    "Open XML SDK": sdk,
}


def _add(parts: Parts, owner: str, kind: str, name: str, content: str, type_: str = "") -> None:
    """Hang a part on another one."""
    folder, _, file = owner.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    named = type_ or f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    entry = f'<Relationship Id="rIdA{len(parts)}" Type="{named}" Target="/{name}"/></Relationships>'
    parts[relations] = parts[relations].replace(b"</Relationships>", entry.encode())
    parts[name] = content.encode()
    kinds = "application/octet-stream" if name.endswith(".bin") else "application/xml"
    entry = f'<Override PartName="/{name}" ContentType="{kinds}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", entry.encode())


def _parts(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
