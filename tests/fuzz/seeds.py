"""Small files of every kind to begin from, made here: nothing of any office."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache

import xlsxwriter

from tests.biff_book import blank, book, formula, label, merged, number, old_book, short, validation
from tests.intake.forms import sheet
from tests.intake.readers.xml_2003 import flat, old_words, sheets_xml
from tests.word_paper import document, p, tbl, tc, tr

TEXTS = (
    "关于报送名册的通知\n各村：请于每天17:00前在群里打卡。\n青禾镇\n2026年1月2日\n",
    "<html><body><table><tr><td>姓名</td><td>年龄</td></tr></table></body></html>",
    "2026-01-02 08:00:00 王五(10001)\n收到\n\n2026-01-02 08:01:00 李四(10002)\n好的\n",
    "王五 2026-01-02 08:00\n收到\n李四 2026-01-02 08:01\n好的\n",
    "时间,发送人,类型,内容\n2026-01-02 08:00:00,王五,文本,收到\n",
    '[{"time": "2026-01-02 08:00:00", "sender": "王五", "content": "收到"}]\n',
)

WORDS = (
    *(
        "<row ",
        "<c ",
        "<v>",
        "<f>",
        "<is><t>",
        "<mergeCell ",
        "<dataValidation ",
        "<conditionalFormatting ",
        "<col ",
    ),
    *(
        'r="',
        's="',
        't="s"',
        't="str"',
        't="shared"',
        'si="0"',
        'ref="A1:B2"',
        'sqref="A1"',
        'hidden="1"',
        'spans="',
    ),
    *(
        "<w:tbl>",
        "<w:tr>",
        "<w:tc>",
        "<w:p>",
        "<w:r>",
        "<w:t>",
        '<w:gridSpan w:val="',
        '<w:vMerge w:val="restart"/>',
    ),
    *(
        "<w:sdt>",
        "<w:sdtContent>",
        "<w14:checkbox>",
        "<w:sym ",
        "<w:fldChar ",
        "<!DOCTYPE x>",
        "<!ENTITY ",
        "&amp;",
    ),
    *(
        "SUM(",
        "IF(",
        "OFFSET(",
        '<Cell ss:MergeAcross="1" ss:Index="3">',
        '<Data ss:Type="Number">',
        "<w:vmerge/>",
        '<pkg:part pkg:name="/',
        "<pkg:xmlData>",
        '<td rowspan=2 colspan="3">',
        "<table>",
        "mso-number-format",
        "XFD1048576",
        "A1:XFD1048576",
        "99999999999",
        "-1",
        "1e308",
        "合计",
        "□",
        "年月日",
    ),
)
"""What mutations are made of."""


@cache
def workbooks() -> Sequence[bytes]:
    """A roster with validations, formats and formulas, and a card."""
    return (_roster(), _card())


def _roster() -> bytes:
    buffer = io.BytesIO()
    made = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet, codes = made.add_worksheet("名册"), made.add_worksheet("码表")
    codes.write_column("A1", ["是", "否"])
    edge, day = made.add_format({"border": 1}), made.add_format({"num_format": "yyyy-mm-dd"})
    sheet.merge_range("A1:E1", "人员名册", edge)
    sheet.write_row("A2", ["序号", "姓名", "出生日期", "是否低保", "金额（元）"], edge)
    for row in (2, 3):
        sheet.write_row(row, 0, [None] * 5, edge)
        sheet.write_blank(row, 2, None, day)
        sheet.write_formula(row, 5, f"=IF(E{row + 1}>0,E{row + 1}*2,0)", edge, 0)
    sheet.write(4, 0, "合计")
    sheet.write_formula(4, 4, "=SUM(E3:E4)", edge, 0)
    sheet.data_validation("D3:D4", {"validate": "list", "source": "=码表!$A$1:$A$2"})
    sheet.conditional_format("E3:E4", {"type": "3_color_scale"})
    sheet.write_comment("B2", "与身份证一致")
    sheet.print_area("A1:F6")
    made.define_name("金额", "=名册!$E$3:$E$4")
    made.close()
    return buffer.getvalue()


def _card() -> bytes:
    buffer = io.BytesIO()
    made = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = made.add_worksheet("登记表")
    edge = made.add_format({"border": 1})
    sheet.merge_range("A1:D1", "入户登记表", edge)
    for row, labels in enumerate((("姓名", "性别"), ("电话", "住址")), 1):
        sheet.write_row(row, 0, [labels[0], "", labels[1], ""], edge)
    sheet.write_row(3, 0, ["是否低保", "□是 □否", "填表日期", "    年  月  日"], edge)
    made.close()
    return buffer.getvalue()


@cache
def documents() -> Sequence[bytes]:
    """A card and a list, as Word packs them."""
    card = tbl(tr("姓名", "", "性别", "□男 □女"), tr(tc("住址"), tc("", span=3)))
    return (
        document(p("登记表") + card),
        document(p("填报单位：______") + tbl(tr("姓名", "年龄"), tr("", ""))),
    )


@cache
def old_books() -> Sequence[bytes]:
    """A workbook in the old format."""
    cells = [
        label(0, 0, "名册", look=16),
        label(1, 0, "姓名"),
        label(1, 1, "年龄"),
        number(2, 1, 46329, look=17),
        formula(3, 1, 7.0),
        blank(3, 0, 18),
        merged((0, 0, 0, 2)),
        validation(b"\x17" + short("是\0否"), (2, 3, 0, 0)),
    ]
    return (book({"名册": cells}), old_book("姓名".encode("gb18030")))


@cache
def plain() -> Sequence[bytes]:
    """Forms that lie in no package: delimited text, a page, and the XML of 2003."""
    lines = '人员名册\n序号,姓名,金额（元）\n1,"王五, 甲",2\n'
    page = "<table><tr><td rowspan=2>姓名</td><td colspan=2>收入</td></tr><tr><th>务工<th>务农</table>"
    card = tbl(tr(tc("姓名", merge="restart"), tc("收入", span=2)), tr(tc(merge="continue"), "务工", "务农"))
    return (
        lines.encode("utf-8-sig"),
        lines.replace(",", "\t").encode("gb18030"),
        f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>{page}</body></html>'.encode(),
        sheets_xml(sheet((("姓名", "年龄"), ("王五", "7")), ruled=(1, 2))),
        old_words(card),
        flat(documents()[0]),
        flat(_card()),
    )


def seeds() -> Iterator[bytes]:
    """The inputs that the fuzzer begins with: every part on its road, every text."""
    for road, packages in ((0, workbooks()), (1, documents())):
        for which, content in enumerate(packages):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                names = [name for name in archive.namelist() if name.endswith((".xml", ".rels", ".vml"))]
                for at, name in enumerate(names):
                    yield bytes((road, at * len(packages) + which)) + archive.read(name)
    yield bytes((2, 0, 5, 2, 9))
    for content in (*workbooks(), *documents(), *old_books(), *plain()):
        yield bytes((3, 0)) + content
    for text in TEXTS:
        for code in ("utf-8", "gb18030"):
            yield bytes((4, 0)) + text.encode(code)


def dictionary() -> str:
    """The words as libFuzzer reads them."""
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    return "".join(f'"{line}"\n' for line in lines)
