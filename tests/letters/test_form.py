"""The shorter form is a form: read back, it has the title and asks what was left, in the same units."""

from collections.abc import Iterable
from io import BytesIO

import openpyxl

from qingzhuang.intake.read import read_form
from qingzhuang.letters.form import form_xlsx
from qingzhuang.model.form import Entry, Form, Item, ItemType, Stub, Table, TableKind
from qingzhuang.model.gate import Column, Screening, Standing
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.demands import usual_records
from qingzhuang.pipeline.shorter import shorter


def item(number: int, *path: str, unit: str | None = None, codes: tuple[str, ...] = ()) -> Item:
    kind = ItemType.CODE if codes else ItemType.TEXT
    return Item(path, Place("表:一", 3, number), unit, kind, codes)


def form(*tables: Table) -> Form:
    return Form("表.xlsx", FileKind.XLSX, "沿河住户摸底表", tables)


def screening(asked: Form, known: Iterable[str], names: Iterable[str] = ()) -> Screening:
    kinds = dict.fromkeys(known, Standing.KNOWN)
    columns = [
        Column(
            each.key,
            each.unit or "",
            str(each.place),
            kinds.get(each.key, Standing.ASKED),
            5,
            names=each.key in names,
            personal="id_no" if each.key == "身份证号" else "",
        )
        for each in asked.items
    ]
    return Screening("表.xlsx", "沿河住户摸底表", columns=tuple(columns), records=5)


def back(asked: Form, found: Screening) -> Form:
    short = shorter(asked, found)
    assert short is not None
    return read_form("短.xlsx", form_xlsx(short))


COLUMNS = (
    item(1, "户主姓名"),
    item(2, "身份证号"),
    item(3, "承包地", "水田", unit="亩"),
    item(4, "承包地", "旱地", unit="亩"),
    item(5, "取暖方式", codes=("煤", "电", "柴")),
)
LIST = form(Table("表:一", TableKind.LIST, "沿河住户摸底表", columns=COLUMNS))


def test_a_list_keeps_title_units_and_whom_a_row_is_about() -> None:
    read = back(LIST, screening(LIST, ("户主姓名", "身份证号"), ("户主姓名", "身份证号")))
    assert read.title == "沿河住户摸底表"
    assert [each.key for each in read.tables[0].columns] == [
        "户主姓名", "承包地/水田（亩）", "承包地/旱地（亩）", "取暖方式",
    ]  # fmt: skip
    assert [each.unit for each in read.tables[0].columns] == [None, "亩", "亩", None]
    assert read.tables[0].columns[-1].codes == ("煤", "电", "柴")
    assert usual_records(read) == 5, "as many blank rows as one post fills"


def test_an_outer_heading_over_one_column_goes() -> None:
    read = back(LIST, screening(LIST, ("户主姓名", "承包地/旱地"), ("户主姓名",)))
    assert [each.key for each in read.tables[0].columns] == ["户主姓名", "身份证号", "水田（亩）", "取暖方式"]


def test_columns_of_one_name_keep_what_tells_them_apart() -> None:
    two = form(
        Table("一", TableKind.LIST, columns=(item(1, "父亲", "姓名"), item(2, "村"), item(3, "母亲", "姓名")))
    )
    read = back(two, screening(two, ("村",)))
    assert [each.key for each in read.tables[0].columns] == ["父亲姓名", "母亲姓名"]


def test_a_card_prints_its_choices_to_be_ticked() -> None:
    fields = (
        Item(("户主姓名",), Place("卡", 2, 2)),
        Item(("住房",), Place("卡", 2, 4), type=ItemType.CODE, codes=("自有", "租住"), entry=Entry.CELL),
        Item(("层数",), Place("卡", 3, 2)),
        Item(("户号",), Place("卡", 3, 4)),
        Item(("联系电话",), Place("卡", 4, 2)),
    )
    card = form(Table("卡", TableKind.CARD, "沿河住户摸底表", inputs=fields))
    read = back(card, screening(card, ("户号", "户主姓名"), ("户主姓名",)))
    labels = {each.label: each for each in read.items}
    assert set(labels) == {"填报单位", "户主姓名", "住房", "层数", "联系电话"}
    assert labels["住房"].codes == ("自有", "租住")


def test_a_matrix_keeps_its_rows() -> None:
    heads = (item(1, "指标"), item(2, "本年"), item(3, "上年"))
    stubs = (Stub(4, ("养羊户",)), Stub(5, ("养鱼户",)))
    matrix = form(
        Table("一", TableKind.MATRIX, "沿河住户摸底表", columns=heads, stub_columns=(1,), stubs=stubs)
    )
    read = back(matrix, screening(matrix, ("上年", "指标")))
    assert [each.labels for each in read.tables[0].stubs] == [("养羊户",), ("养鱼户",)]
    assert "上年" not in {each.label for each in read.items}


def test_where_all_is_known_or_nothing_is_there_is_no_shorter_form() -> None:
    assert shorter(LIST, screening(LIST, [each.key for each in COLUMNS])) is None
    assert shorter(LIST, screening(LIST, ())) is None


def test_words_of_a_form_never_become_a_formula() -> None:
    columns = (item(1, '=HYPERLINK("http://x")'), item(2, "村"), item(3, "户数"))
    odd = form(Table("一", TableKind.LIST, columns=columns))
    short = shorter(odd, screening(odd, ("村",)))
    assert short is not None
    assert openpyxl.load_workbook(BytesIO(form_xlsx(short))).worksheets[0]["A3"].data_type == "s"
