"""Any form moves to XLSForm and back: the same labels, types, domains, what is required."""

import io
import warnings
from xml.dom.minidom import parseString

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.intake.read import read_form, read_xlsform
from qingzhuang.letters.xlsform import xlsform_xlsx
from qingzhuang.model.form import Form, Item, ItemType, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.xlsform import Section, SectionKind
from qingzhuang.pipeline.survey_names import ascii_name
from qingzhuang.pipeline.surveying import LANGUAGE, survey_of


def item(*path: str, kind: ItemType = ItemType.TEXT, codes: tuple[str, ...] = (), **more: object) -> Item:
    return Item(path, Place("表", 2, 1), None, kind, codes, **more)  # type: ignore[arg-type]


def roster(*items: Item, **more: object) -> Form:
    table = Table("表", TableKind.LIST, "名册", header_rows=(2, 2), columns=items, data_start_row=3, **more)  # type: ignore[arg-type]
    return Form("名册.xlsx", FileKind.XLSX, "名册", (table,), row_entity="人")


def card(*items: Item) -> Form:
    return Form("卡.docx", FileKind.DOCX, "登记卡", (Table("表1", TableKind.CARD, inputs=items),))


def back(form: Form) -> Form:
    return read_form("回来.xlsx", xlsform_xlsx(survey_of(form)))


def shape(each: Item) -> tuple[object, ...]:
    codes = each.codes or (("是", "否") if each.type is ItemType.YESNO else ())
    return each.path, each.type, codes, each.required, each.hint, each.formula


MIXED = roster(
    item("序号", kind=ItemType.ROW_NUMBER),
    item("姓名", required=True),
    item("身份证号", kind=ItemType.ID_NUMBER),
    item("性别", kind=ItemType.CODE, codes=("男", "女")),
    item("联系方式", "电话", kind=ItemType.PHONE, hint="手机优先"),
    item("联系方式", "住址"),
    item("是否低保", kind=ItemType.YESNO, codes=("是", "否")),
    item("出生日期", kind=ItemType.DATE),
    item("入党年月", kind=ItemType.MONTH),
    item("人口", kind=ItemType.INTEGER),
    item("面积", kind=ItemType.NUMBER),
    item("照片", kind=ItemType.PHOTO),
    item("签名", kind=ItemType.SIGNATURE),
)


def test_a_list_becomes_a_repeat_a_card_stands_by_itself() -> None:
    (repeat,) = survey_of(MIXED).children
    assert isinstance(repeat, Section)
    assert (repeat.kind, dict(repeat.label)) == (SectionKind.REPEAT, {LANGUAGE: "名册"})
    asked = survey_of(card(item("姓名"), item("年龄", kind=ItemType.INTEGER))).questions()
    assert [(around, each.type) for around, each in asked] == [((), "text"), ((), "integer")]


def test_there_and_back_everything_is_as_it_was() -> None:
    assert [shape(each) for each in back(MIXED).items] == [shape(each) for each in MIXED.items]


def test_what_the_form_computes_is_shown_and_not_asked() -> None:
    (found,) = back(card(item("合计", kind=ItemType.NUMBER, formula=True, required=True))).items
    assert (found.formula, found.required) == (True, False)


def test_each_row_of_a_matrix_becomes_a_group() -> None:
    stubs = (Stub(3, ("上坪村",)), Stub(4, ("柳湾村",)))
    columns = (Item(("村",), Place("表", 2, 1)), Item(("户数",), Place("表", 2, 2), type=ItemType.INTEGER))
    table = Table("表", TableKind.MATRIX, columns=columns, stub_columns=(1,), stubs=stubs)
    found = back(Form("统计.xlsx", FileKind.XLSX, "统计表", (table,)))
    assert [each.path for each in found.items] == [("上坪村", "户数"), ("柳湾村", "户数")]


def test_tables_of_one_form_stay_apart() -> None:
    one = Table("一", TableKind.CARD, section="户主情况", inputs=(item("姓名"),))
    other = Table("二", TableKind.LIST, section="成员情况", columns=(item("姓名"),))
    found = back(Form("户.xlsx", FileKind.XLSX, "调查表", (one, other)))
    assert [(table.kind, table.section) for table in found.tables] == [
        (TableKind.CARD, "户主情况"),
        (TableKind.LIST, "成员情况"),
    ]


def test_names_are_the_elements_and_the_same_each_time() -> None:
    names = [question.name for _around, question in survey_of(MIXED).questions()]
    assert names == [question.name for _around, question in survey_of(MIXED).questions()]
    assert {"person_name", "person_id_no", "person_sex"} <= set(names)
    assert all(name.isascii() for name in names)
    assert len(set(names)) == len(names)


def test_a_name_begins_with_a_letter_and_says_how_the_label_sounds() -> None:
    assert ascii_name("2025年收入") == "q_2025_nian_shou_ru"
    assert ascii_name("、。") == ""
    assert ascii_name("meta") == "q_meta"


def test_a_unit_is_written_behind_the_label_and_read_from_it() -> None:
    form = card(Item(("家庭人口",), Place("表1", 1, 2), "人", ItemType.INTEGER))
    (found,) = back(form).items
    assert (found.label, found.unit) == ("家庭人口（人）", "人")


def test_labels_that_look_like_references_or_formulas_are_words() -> None:
    form = back(card(item("${customer.name}"), item("=1+1")))
    assert form.problems == ()
    assert [each.label for each in form.items] == ["${customer.name}", "=1+1"]


def xform_of(content: bytes) -> str:
    convert = pytest.importorskip("pyxform.xls2xform").convert
    told: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = str(convert(io.BytesIO(content), validate=False, warnings=told, file_type=".xlsx").xform)
    assert told == []
    return made


def test_pyxform_takes_it_without_a_warning_and_makes_well_formed_xml() -> None:
    text = xform_of(xlsform_xlsx(survey_of(MIXED)))
    root = parseString(text).documentElement  # noqa: S318  made here a line above
    assert root is not None
    assert root.nodeName == "h:html"
    assert "身份证号" in text


LABEL = st.text(
    st.sampled_from("姓名家庭收入（元）日期电话是否 $={}<&>\"'#/:123ab"), min_size=1, max_size=8
).filter(str.strip)
ITEM = st.builds(
    lambda label, kind, codes, required: Item(
        (label,), Place("表", 2, 1), None, kind, codes if kind is ItemType.CODE else (), required
    ),
    LABEL,
    st.sampled_from(
        [ItemType.TEXT, ItemType.INTEGER, ItemType.NUMBER, ItemType.DATE, ItemType.CODE, ItemType.PHOTO]
    ),
    st.lists(LABEL, min_size=2, max_size=4, unique=True).map(tuple),
    st.booleans(),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ITEM, min_size=1, max_size=6))
def test_whatever_a_form_asks_its_xlsform_is_accepted(items: list[Item]) -> None:
    content = xlsform_xlsx(survey_of(card(*items)))
    form = read_xlsform("a.xlsx", content)
    assert form.problems == ()
    assert len(list(form.questions())) == len(items)
    if pytest.importorskip("pyxform"):
        parseString(xform_of(content))  # noqa: S318
