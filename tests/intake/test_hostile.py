"""Files made to do harm: each is read or refused with a problem that has a code, within seconds and without its memory."""

import io
import re
import time
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form
from qingzhuang.model.problem import ProblemError
from tests.biff_book import book as old_book
from tests.biff_book import label
from tests.word_paper import document, p, tbl, tr

SECONDS = 20  # of CPU, on a machine that may be slow
SHEET1, BOOK, STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
Change = Callable[[dict[str, bytes]], None]


def roll() -> dict[str, bytes]:
    """The parts of a small roster."""
    buffer = io.BytesIO()
    made = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = made.add_worksheet("名册")
    sheet.write("A1", "人员名册")
    sheet.write_row("A2", ["姓名", "电话", "金额（元）"], made.add_format({"border": 1}))
    sheet.write_row("A3", [None] * 3, made.add_format({"border": 1}))
    made.close()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def put(part: str, old: str, new: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], old
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


def read(content: bytes, file: str = "表.xlsx") -> Form | str:
    """The form, or the code of what was said instead."""
    start = time.process_time()
    try:
        return read_form(file, content)
    except ProblemError as error:
        return error.problem.code if error.problem.cure else ""
    finally:
        assert time.process_time() - start < SECONDS


def with_change(change: Change) -> Form | str:
    parts = roll()
    change(parts)
    return read(packed(parts))


def noted(form: Form | str) -> str:
    """What is told of a file that would run or fetch something."""
    assert isinstance(form, Form)
    assert form.tables
    return "".join(problem.message for problem in form.problems if problem.code == "QZ-R050")


def test_a_part_that_unpacks_to_much_more_is_refused() -> None:
    """A zip bomb: eleven megabytes of nothing in a few kilobytes."""
    assert with_change(lambda parts: parts.update({"xl/media/a.bin": bytes(11 * 2**20)})) == "QZ-R006"


def test_more_parts_than_any_form_has_are_refused() -> None:
    assert with_change(lambda parts: parts.update({f"x/{n}": b"" for n in range(10_001)})) == "QZ-R006"


def test_a_file_beyond_the_size_that_is_opened_is_refused_unread() -> None:
    """Two hundred megabytes: refused by their size, before anything is unpacked."""
    parts = packed(roll())
    assert read(parts + bytes(200 * 2**20)) in {"QZ-R006", "QZ-R004"}


def test_a_size_that_is_stated_too_small_does_not_unpack_more() -> None:
    """The directory says a hundred bytes, the part holds megabytes: what is stated is held to."""
    content = packed(roll() | {SHEET1: b"<x>" + b" " * 5_000_000 + b"</x>"})
    size = (5_000_007).to_bytes(4, "little")
    assert size in content
    found = read(content.replace(size, (100).to_bytes(4, "little")))
    assert found == "QZ-R005" or (
        isinstance(found, Form) and {"QZ-R005"} & {each.code for each in found.problems}
    )


@pytest.mark.parametrize("part", [BOOK, SHEET1, STYLES, "xl/sharedStrings.xml", "_rels/.rels"])
@pytest.mark.parametrize("kind", ["entities", "file"])
def test_entities_are_never_resolved(part: str, kind: str) -> None:
    """Neither a billion laughs nor a file of this machine come in through an entity."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    outside = '<!ENTITY a9 SYSTEM "file:///etc/passwd">'
    doctype = f"<!DOCTYPE x [{laughs if kind == 'entities' else outside}]>"
    parts = roll()
    head, _, rest = parts[part].decode().partition("?>")
    rest = re.sub(r"(<(?:sheetData|si|sheets|fonts|Relationships)[^>]*>)", r"\1&a9;", rest, count=1)
    parts[part] = f"{head}?>{doctype}{rest}".encode()
    found = read(packed(parts))
    if isinstance(found, Form):
        assert not found.tables
        assert "QZ-R005" in {each.code for each in found.problems}
    else:
        assert found == "QZ-R005"


def test_links_macros_and_exchange_are_named_kept_and_never_run() -> None:
    """What a program would run or fetch is told in one note, and stands in the filled file byte for byte."""
    inside = {
        "xl/vbaProject.bin": b"macro",
        "xl/externalLinks/externalLink1.xml": b'<externalLink xmlns="x"><ddeLink ddeService="cmd"/></externalLink>',
        "xl/connections.xml": b"<connections/>",
        "xl/activeX/activeX1.xml": b"<ocx/>",
        "xl/embeddings/oleObject1.bin": b"ole",
    }
    content = packed(roll() | inside)
    form = read_form("表.xlsm", content)
    told = noted(form)
    for word in ("宏", "控件", "嵌入", "链接", "DDE", "外部数据连接"):
        assert word in told
    made = fill("表.xlsm", content, form, Answers(({"姓名": "甲"},)))
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert {name: archive.read(name) for name in inside} == inside
    assert noted(read(packed(roll()))) == ""


def test_a_document_that_fetches_its_template_or_calls_programs_is_told() -> None:
    field = '<w:p><w:r><w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd "/c x"</w:instrText></w:r></w:p>'
    told = noted(read(document(p("登记表") + tbl(tr("姓名", ""), tr("电话", "")) + field), "表.docx"))
    assert "DDE" in told


def test_a_used_range_to_the_last_column_and_row_costs_nothing() -> None:
    """A sheet that says it reaches XFD1048576, with a style on every column and one cell in its last corner."""
    parts = roll()
    put(SHEET1, '<dimension ref="A1:C3"/>', '<dimension ref="A1:XFD1048576"/>')(parts)
    put(SHEET1, "<sheetData>", '<cols><col min="1" max="16384" width="9" style="1"/></cols><sheetData>')(
        parts
    )
    corner = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    put(SHEET1, "</sheetData>", corner)(parts)
    form = read(packed(parts))
    assert isinstance(form, Form)
    made = fill("表.xlsx", packed(parts), form, Answers(({"姓名": "甲"}, {"姓名": "乙"})))
    assert len(made.content) < 100_000


def test_a_row_with_cells_in_all_columns_is_read() -> None:
    cells = "".join(
        f'<c r="{_letters(column)}2" t="str" s="1"><v>第{column}项</v></c>' for column in range(4, 16_385)
    )
    found = with_change(
        lambda parts: parts.update(
            {
                SHEET1: re.sub(
                    rb'(<row r="2".*?)</row>',
                    rb"\1" + cells.encode() + b"</row>",
                    parts[SHEET1],
                    flags=re.DOTALL,
                )
            }
        )
    )
    assert isinstance(found, Form) or found.startswith("QZ-R")


def _letters(column: int) -> str:
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def test_half_a_million_styles_are_read_in_time() -> None:
    """Copied between books for years, a file holds more formats than cells."""
    styles = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' * 500_000
    form = with_change(_many(styles))
    assert isinstance(form, Form) or form.startswith("QZ-R")


def _many(styles: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        parts[STYLES] = parts[STYLES].replace(b"</cellXfs>", styles.encode() + b"</cellXfs>", 1)

    return change


@pytest.mark.parametrize(
    "merges",
    [
        "".join(f'<mergeCell ref="A3:A{row}"/>' for row in range(4, 5_000)),
        '<mergeCell ref="A3:XFD1048576"/>',
        '<mergeCell ref="A1:A1048576"/>' * 100,
        '<mergeCell ref="Z9:A1"/><mergeCell ref="A0:B0"/><mergeCell ref=""/>',
    ],
    ids=["nested", "the whole sheet", "columns", "nonsense"],
)
def test_merges_of_any_kind_end_in_time(merges: str) -> None:
    """Merges within merges, over a whole sheet, turned round."""
    parts = roll()
    put(SHEET1, "</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")(parts)
    content = packed(parts)
    form = read(content)
    start = time.process_time()
    if isinstance(form, Form) and form.tables:
        try:
            fill("表.xlsx", content, form, Answers(({"姓名": "甲"}, {"姓名": "乙"})))
        except ProblemError as error:
            assert error.problem.code == "QZ-R005"  # noqa: PT017  # both ends are allowed
    assert time.process_time() - start < SECONDS


def test_formulas_that_rest_on_themselves_are_left_to_the_program() -> None:
    """Circles, also through shared formulas and names, end; their stored values stay or go, the file is filled."""
    parts = roll()
    cells = (
        '<row r="3"><c r="A3" s="1"/><c r="B3" s="1"/><c r="C3" s="1"/>'
        '<c r="D3"><f t="shared" ref="D3:D6" si="0">E3+C3</f><v>1</v></c><c r="E3"><f>D3+D4</f><v>1</v></c></row>'
        '<row r="4"><c r="D4"><f t="shared" si="0"/><v>1</v></c><c r="E4"><f>D4+E3+自己</f><v>1</v></c></row>'
        '<row r="5"><c r="D5"><f t="shared" si="7"/><v>1</v></c></row>'
    )
    parts[SHEET1] = re.sub(rb'<row r="3".*?</row>', cells.encode(), parts[SHEET1], flags=re.DOTALL)
    put(
        BOOK, "</sheets>", "</sheets><definedNames><definedName name='自己'>自己</definedName></definedNames>"
    )(parts)
    content = packed(parts)
    form = read(content)
    assert isinstance(form, Form)
    made = fill("表.xlsx", content, form, Answers(({"姓名": "甲", "金额（元）": 5},)))
    assert made.written


def test_a_formula_nested_beyond_reason_does_not_break_the_reader_or_the_writer() -> None:
    deep = "(" * 5_000 + "C3" + ")" * 5_000
    parts = roll()
    parts[SHEET1] = parts[SHEET1].replace(
        b"</row></sheetData>", f'<c r="D3"><f>{deep}</f><v>0</v></c></row></sheetData>'.encode()
    )
    content = packed(parts)
    form = read(content)
    assert isinstance(form, Form)
    assert fill("表.xlsx", content, form, Answers(({"金额（元）": 5},))).written


@pytest.mark.parametrize("at", [0x2C, 0x30, 0x3C, 0x44, 0x4C])
@pytest.mark.parametrize("value", [0xFFFFFFFF, 0, 1, 0x7FFFFFFF])
def test_an_old_file_whose_sector_tables_lie_is_refused_in_time(at: int, value: int) -> None:
    """Counts, starts and chains of the container's allocation tables pointing nowhere or at themselves."""
    content = bytearray(old_book({"表": [label(0, 0, "姓名"), label(0, 1, "电话")]}))
    content[at : at + 4] = value.to_bytes(4, "little")
    found = read(bytes(content), "表.xls")
    assert isinstance(found, Form) or found.startswith("QZ-R")


def test_an_allocation_chain_that_bites_its_tail_ends() -> None:
    content = bytearray(old_book({"表": [label(row, 0, "姓名" * 50) for row in range(50)]}))
    first = int.from_bytes(content[0x4C:0x50], "little")
    table = 512 + first * 512
    for entry in range(128):
        content[table + 4 * entry : table + 4 * entry + 4] = (0).to_bytes(4, "little")
    found = read(bytes(content), "表.xls")
    assert isinstance(found, Form) or found.startswith("QZ-R")


def test_a_package_that_asks_for_a_program_of_no_version_is_refused() -> None:
    content = bytearray(packed(roll()))
    place = content.index(b"PK\1\2")
    content[place + 6 : place + 8] = (235).to_bytes(2, "little")
    assert read(bytes(content)) == "QZ-R004"


@pytest.mark.parametrize("name", ["../../etc/evil", "/abs/evil", "xl\\..\\..\\evil", "C:/evil"])
def test_names_that_lead_out_of_the_package_are_only_names(name: str) -> None:
    """Nothing is ever unpacked to a disk: such a part is kept as a part of the filled file and goes nowhere."""
    content = packed(roll() | {name: b"evil"})
    form = read(content)
    assert isinstance(form, Form)
    made = fill("表.xlsx", content, form, Answers(({"姓名": "甲"},)))
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.namelist() == zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_a_relation_that_leads_out_of_the_package_finds_nothing() -> None:
    form = with_change(put("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../../etc/passwd"))
    codes = {form} if isinstance(form, str) else {each.code for each in form.problems}
    assert codes & {"QZ-R005", "QZ-R007", "QZ-R009"}


def test_a_symbolic_link_in_an_archive_is_no_link() -> None:
    """A member that a system would make a link of holds its own few bytes, no other file's."""
    buffer = io.BytesIO()
    parts = roll()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            if name == SHEET1:
                info.create_system, info.external_attr = 3, 0o120777 << 16
            archive.writestr(info, b"/etc/passwd" if name == SHEET1 else content)
    found = read(buffer.getvalue())
    codes = {found} if isinstance(found, str) else {each.code for each in found.problems}
    assert "QZ-R005" in codes


@pytest.mark.parametrize("merge", ["", '<mergeCells count="1"><mergeCell ref="A4:CV1048576"/></mergeCells>'])
def test_a_word_in_the_last_row_far_to_the_right_is_found_in_time(merge: str) -> None:
    """A million bare rows of two hundred columns between the form and somebody's last word."""
    parts = roll()
    far = '<row r="1048576"><c r="GR1048576" t="str"><v>完</v></c></row></sheetData>'
    put(SHEET1, "</sheetData>", far + merge)(parts)
    form = read(packed(parts))
    assert isinstance(form, Form)
    assert form.tables
