"""The structural traps of forms as issued, by number: a small form of our own for each, read as a person reads it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import form_of, read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, Form, Item, TableKind
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Validation, Workbook
from qingzhuang.ooxml.package import open_package
from tests.biff_book import book, label
from tests.intake.forms import ABOVE, LEFT, sheet
from tests.intake.readers.xml_2003 import sheets_xml
from tests.intake.test_read import book as workbook

ODD = (
    b"</sheetData>",
    b'<headerFooter><oddHeader>&amp;"-,"&amp;K000000&amp;L&amp;</oddHeader></headerFooter>',
)
TRAPS: dict[int, Callable[[], None]] = {}


def trap(number: int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Note the trial of a trap."""

    def note(trial: Callable[[], None]) -> Callable[[], None]:
        TRAPS[number] = trial
        return trial

    return note


def read(*sheets: Sheet) -> Form:
    return form_of(Workbook("表.xlsx", FileKind.XLSX, sheets))


def paths(items: Sequence[Item]) -> list[str]:
    return [item.key for item in items]


def with_part(package: bytes, name: str, put: tuple[bytes, bytes]) -> bytes:
    """The package with something put behind a mark of one part."""
    opened = open_package("表.xlsx", package)
    parts = {each: opened.part(each) for each in opened.names}
    parts[name] = parts[name].replace(put[0], b"".join(put))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as box:
        for each, content in parts.items():
            box.writestr(each, content)
    return stream.getvalue()


def columns(form: Form) -> list[str]:
    (table,) = form.tables
    return paths(table.columns)


@trap(1)
def a_note_stands_above_the_header_and_there_is_no_title() -> None:
    note = "说明：带星号的必填，日期写成2026-01-01，其他不要改动，谢谢配合。"
    form = read(sheet([[note, LEFT, LEFT], ["姓名", "生日", "住址"], ["", "", ""]], ruled=(2, 3)))
    assert (form.title, form.notes, columns(form)) == (None, (note,), ["姓名", "生日", "住址"])


@trap(2)
def required_is_said_by_a_star_or_by_red_letters_only() -> None:
    plain = sheet([["*姓名", "生日", "住址＊", "备注"], ["", "", "", ""]], ruled=(1, 2))
    red = {**plain.cells, (1, 2): plain.cells[1, 2]._replace(red=True)}
    form = read(replace(plain, cells=red))
    assert [item.required for item in form.items] == [True, True, True, False]
    assert columns(form) == ["姓名", "生日", "住址", "备注"]


@trap(3)
def a_hidden_sheet_of_codes_feeds_the_validations() -> None:
    rules = (Validation((Area(2, 2, 99, 2),), "list", ("城镇", "农村")),)
    roster = sheet([["姓名", "户别"], ["", ""]], validations=rules, ruled=(1, 2))
    codes = replace(sheet([["户别", "民族"], ["城镇", "汉族"], ["农村", "回族"]], name="字典"), hidden=True)
    form = read(roster, codes)
    assert columns(form) == ["姓名", "户别"]
    assert form.items[1].codes == ("城镇", "农村")


@trap(4)
def instructions_stand_on_a_sheet_of_their_own_or_below_the_columns() -> None:
    told = sheet(
        [
            ["填报说明"],
            ["一、姓名按身份证填写，不得使用别名，不得留空。"],
            ["二、日期写到日，不知道的写月，不要写大约。"],
        ],
        name="填报说明",
    )
    below = [
        ["姓名", "生日"],
        ["", ""],
        ["导入注意事项：", LEFT],
        ["1、请勿改动表头，否则导入失败，请重新下载模板。", LEFT],
    ]
    form = read(told, sheet(below, name="名册", ruled=(1, 2)))
    assert columns(form) == ["姓名", "生日"]
    assert form.tables[0].footer_rows == (3, 4)
    assert form.tables[0].data_end_row == 2


@trap(5)
def a_row_of_hints_or_an_example_stands_right_under_the_header() -> None:
    for second in (["必填", "必填，如2026-01-01", "选填"], ["例：王五", "1990-01-01", "甲村"]):
        form = read(sheet([["姓名", "生日", "住址"], second, ["", "", ""]], ruled=(1, 3)))
        (table,) = form.tables
        assert (table.header_rows, table.data_start_row, columns(form)) == (
            (1, 1),
            3,
            ["姓名", "生日", "住址"],
        )


@trap(6)
def a_row_of_column_codes_stands_between_header_and_data() -> None:
    for codes in (
        ["甲", "A", "B", "C"],
        ["A", "B", "C", "D1"],
        ["1", "2", "3", "4"],
        ["（1）", "（2）", "（3）", "（4）"],
    ):
        rows = [["村名", "户数", "人口", "劳动力"], codes, ["", "", "", ""], ["", "", "", ""]]
        form = read(sheet(rows, ruled=(1, 4)))
        (table,) = form.tables
        assert columns(form) == ["村名", "户数", "人口", "劳动力"], codes
        assert table.data_start_row == 3, codes


@trap(7)
def a_group_is_merged_over_fewer_columns_than_its_child() -> None:
    rows = [
        ["序号", "收入", LEFT, "", "备注"],
        [ABOVE, "工资", "补贴", LEFT, ABOVE],
        ["", "", "", "", ""],
    ]
    form = read(sheet(rows, ruled=(1, 3)))
    assert columns(form)[:3] == ["序号", "收入/工资", "收入/补贴"]
    assert "备注" in columns(form)


@trap(8)
def merged_group_headers_are_empty_until_run_time() -> None:
    rows = [
        ["序号", "单位", "", LEFT, "", LEFT],
        [ABOVE, ABOVE, "人数", "比率", "人数", "比率"],
        ["", "", "", "", "", ""],
    ]
    form = read(sheet(rows, ruled=(1, 3)))
    assert columns(form) == ["序号", "单位", "人数", "比率", "人数#2", "比率#2"]
    assert form.tables[0].header_rows == (1, 2)


@trap(9)
def a_group_header_is_not_merged_at_all() -> None:
    rows = [
        ["序号", "姓名", "收入", "", "", "备注"],
        [ABOVE, ABOVE, "务工", "务农", "其他", ABOVE],
        ["", "", "", "", "", ""],
    ]
    form = read(sheet(rows, ruled=(1, 3)))
    assert columns(form) == ["序号", "姓名", "收入/务工", "收入/务农", "收入/其他", "备注"]


@trap(10)
def repeated_leaves_are_told_apart_by_their_order() -> None:
    form = read(sheet([["单位", "人数", "比率", "户数", "比率", "比率"], [""] * 6], ruled=(1, 2)))
    assert columns(form) == ["单位", "人数", "比率", "户数", "比率#2", "比率#3"]


@trap(11)
def a_slash_inside_a_header_is_not_a_step_of_its_path() -> None:
    form = read(
        sheet([["村/社区", "收入/支出", LEFT], [ABOVE, "元/月", "元/年"], ["", "", ""]], ruled=(1, 3))
    )
    assert columns(form) == ["村\\/社区", "收入\\/支出/元\\/月", "收入\\/支出/元\\/年"]
    assert form.items[1].path == ("收入/支出", "元/月")


@trap(12)
def three_tables_are_stacked_with_blank_rows_between() -> None:
    rows = [
        ["一、人口", "", ""], ["村名", "户数", "人口"], ["", "", ""], [],
        ["二、耕地", "", ""], ["村名", "水田", "旱地"], ["", "", ""], [],
        ["三、干部", "", ""], ["姓名", "职务", "电话"], ["", "", ""],
    ]  # fmt: skip
    plain = sheet(rows, ruled=(1, 11))
    bare = {place: cell for place, cell in plain.cells.items() if place[0] not in {4, 8}}
    bare = {
        place: cell._replace(bordered=place[0] not in {1, 5, 9})
        for place, cell in bare.items()
        if cell.text or place[0] not in {1, 5, 9}
    }
    form = read(replace(plain, cells=bare))
    assert [table.section for table in form.tables] == ["一、人口", "二、耕地", "三、干部"]
    assert [paths(table.columns) for table in form.tables] == [
        ["村名", "户数", "人口"],
        ["村名", "水田", "旱地"],
        ["姓名", "职务", "电话"],
    ]


@trap(13)
def a_card_two_lists_and_a_pledge_share_a_sheet() -> None:
    rows = [
        ["困难家庭申请表", LEFT, LEFT, LEFT],
        ["姓名", "", "电话", ""],
        ["住址", "", LEFT, LEFT],
        ["家庭成员", LEFT, LEFT, LEFT],
        ["姓名", "关系", "年龄", "单位"],
        ["", "", "", ""],
        ["家庭收入", LEFT, LEFT, LEFT],
        ["来源", "金额", "起始时间", "备注"],
        ["", "", "", ""],
        ["本人承诺以上内容属实，如有虚假，愿承担一切责任。", LEFT, LEFT, LEFT],
    ]
    form = read(sheet(rows, ruled=(2, 10)))
    card, second = form.tables
    assert form.title == "困难家庭申请表"
    assert card.kind is TableKind.MIXED
    assert paths(card.inputs) == ["姓名", "电话", "住址"]
    assert [paths(table.columns) for table in (card, second)] == [
        ["姓名", "关系", "年龄", "单位"],
        ["来源", "金额", "起始时间", "备注"],
    ]
    assert not second.inputs


@trap(14)
def the_unit_of_measure_stands_above_or_below_and_an_organisation_is_none() -> None:
    for place in ("above", "below"):
        unit = ["", "", "单位：万元"]
        rows = [
            ["甲县收支统计表", LEFT, LEFT],
            *([unit] if place == "above" else []),
            ["单位", "收入", "支出"],
            ["", "", ""],
            *([unit] if place == "below" else []),
        ]
        header = 3 if place == "above" else 2
        form = read(sheet(rows, ruled=(header, header + 1)))
        assert columns(form) == ["单位", "收入", "支出"], place
        assert [item.unit for item in form.tables[0].columns] == [None, "万元", "万元"], place
        assert not form.tables[0].inputs, place


@trap(15)
def there_are_no_blank_rows_before_the_total() -> None:
    form = read(sheet([["村名", "户数", "人口"], ["合计", "", ""], ["填表人：", "", "日期："]], ruled=(1, 2)))
    (table,) = form.tables
    assert table.total_rows == (2,)
    assert (table.data_start_row, table.data_end_row) == (2, 1)
    assert paths(table.inputs) == ["填表人", "日期"]


@trap(16)
def several_labels_share_one_merged_cell() -> None:
    rows = [
        ["名册", LEFT, LEFT],
        ["填报单位：          填报人：          日期：", LEFT, LEFT],
        ["姓名", "性别", "年龄"],
        ["", "", ""],
    ]
    form = read(sheet(rows, ruled=(3, 4)))
    (table,) = form.tables
    assert paths(table.inputs) == ["填报单位", "填报人", "日期"]
    assert {item.entry for item in table.inputs} == {Entry.INLINE}


@trap(17)
def the_title_does_not_begin_in_the_first_column() -> None:
    form = read(
        sheet(
            [["", "", "甲镇低保户花名册", ""], ["姓名", "性别", "年龄", "住址"], ["", "", "", ""]],
            ruled=(2, 3),
            strong=(1,),
        )
    )
    assert (form.title, columns(form)) == ("甲镇低保户花名册", ["姓名", "性别", "年龄", "住址"])


@trap(18)
def stubs_are_written_once_and_empty_below() -> None:
    rows = [
        ["类别", "项目", "本月", "累计"],
        ["种植", "水稻", "", ""],
        ["", "小麦", "", ""],
        ["养殖", "生猪", "", ""],
        ["", "肉牛", "", ""],
    ]
    (table,) = read(sheet(rows, ruled=(1, 5))).tables
    assert table.kind is TableKind.MATRIX
    assert [stub.labels for stub in table.stubs] == [
        ("种植", "水稻"),
        ("种植", "小麦"),
        ("养殖", "生猪"),
        ("养殖", "肉牛"),
    ]


@trap(19)
def boxes_to_tick_are_brackets_or_squares() -> None:
    rows = [
        ["申请登记表", LEFT, LEFT, LEFT],
        ["姓名", "", "性别", "□男 □女"],
        ["户别", "[ ]城镇 [ ]农村", "电话", ""],
    ]
    form = read(sheet(rows, ruled=(2, 3)))
    found = {item.label: (item.entry, item.codes) for item in form.items}
    assert found["性别"] == (Entry.CHOICE, ("男", "女"))
    assert found["户别"] == (Entry.CHOICE, ("城镇", "农村"))


@trap(20)
def marks_of_a_template_engine_stand_where_the_answers_go() -> None:
    for marks in (["{{x.name}}", "{{x.age}}", "{{x.home}}"], ["${name}", "${age}", "${home}"]):
        form = read(sheet([["姓名", "年龄", "住址"], marks], ruled=(1, 2)))
        assert columns(form) == ["姓名", "年龄", "住址"]
        assert form.tables[0].data_start_row == 2


@trap(21)
def an_xlsx_is_really_an_old_xls() -> None:
    records = [label(0, place, text) for place, text in enumerate(("姓名", "性别", "年龄"))]
    form = read_form("名册.xlsx", book({"表": records}))
    assert (form.kind, columns(form)) == (FileKind.XLS, ["姓名", "性别", "年龄"])
    assert [problem.code for problem in form.problems] == ["QZ-R010"]


@trap(22)
def the_used_range_is_sixteen_thousand_columns_wide() -> None:
    roster = sheet([["姓名", "性别", "年龄"], ["", "", ""]], ruled=(1, 2))
    far = {(row, column): Cell(row, column, bordered=True) for row in (1, 2) for column in range(4, 16_385)}
    merges = tuple(Area(9, column, 9, column + 1) for column in range(1, 5_000, 2))
    form = read(replace(roster, cells={**roster.cells, **far}, merges=(*merges, Area(1, 20, 1, 16_384))))
    assert columns(form) == ["姓名", "性别", "年龄"]


@trap(23)
def a_header_for_printing_is_odd_and_stays_as_it_is() -> None:
    given = with_part(workbook([["姓名", "性别", "年龄"], ["", "", ""]]), "xl/worksheets/sheet1.xml", ODD)
    form = read_form("册.xlsx", given)
    assert columns(form) == ["姓名", "性别", "年龄"]
    filled = fill("册.xlsx", given, form, Answers(({"姓名": "甲"},)))
    assert ODD[1] in open_package("册.xlsx", filled.content).part("xl/worksheets/sheet1.xml")


@trap(24)
def the_file_is_the_one_xml_of_2003_and_is_called_xls() -> None:
    form = read_form("册.xls", sheets_xml(sheet([["姓名", "性别", "年龄"], ["", "", ""]], ruled=(1, 2))))
    assert form.kind is FileKind.XML_SHEETS
    assert columns(form) == ["姓名", "性别", "年龄"]


def test_no_trap_is_without_its_form() -> None:
    assert sorted(TRAPS) == list(range(1, 25))


@pytest.mark.parametrize("number", sorted(TRAPS))
def test_the_trap_is_read_as_a_person_reads_it(number: int) -> None:
    TRAPS[number]()
