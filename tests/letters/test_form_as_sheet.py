"""A whole form set as a spreadsheet asks, read back, what it asked before."""

from qingzhuang.intake.read import read_form
from qingzhuang.letters.form import form_xlsx
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import understand
from qingzhuang.pipeline.as_sheet import as_sheet


def item(row: int, *path: str) -> Item:
    return Item(path, Place("survey", row, 3))


SURVEY = Form(
    "survey.xlsx",
    FileKind.XLSFORM,
    "农户家庭登记",
    (
        Table("survey", TableKind.CARD, "农户家庭登记", inputs=(item(2, "户主姓名"), item(3, "联系电话"))),
        Table(
            "survey",
            TableKind.LIST,
            "农户家庭登记",
            section="家庭成员",
            columns=(item(5, "成员姓名"), item(6, "与户主关系"), item(7, "身份证号")),
        ),
    ),
)


def keys(form: Form) -> list[str | None]:
    reading = understand(form).reading
    return [reading.of(each).key for each in form.items]


def test_whose_columns_those_of_a_group_are_is_still_known() -> None:
    back = read_form("回来.xlsx", form_xlsx(as_sheet(SURVEY)))
    assert keys(back) == keys(SURVEY)
    assert "家庭成员@person.id_no" in keys(back)
    assert [table.section for table in back.tables] == [None, "家庭成员"]
