"""An XLSForm is read with every spelling that programs for XLSForms take."""

import io

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from qingzhuang.intake.read import read_xlsform
from qingzhuang.model.xlsform import DEFAULT_LANGUAGE, Question, Section, SectionKind, XlsForm
from tests.intake.xlsform.forms import read, survey


def names(form: XlsForm) -> list[str]:
    return [
        "/".join([*(each.name for each in around), question.name]) for around, question in form.questions()
    ]


def only(form: XlsForm) -> Question:
    (found,) = form.questions()
    return found[1]


def as_xlsx(sheets: dict[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_questions_stand_in_their_groups_and_repeats_in_order() -> None:
    form = read(
        survey(
            "text | head | 户主",
            "begin_repeat | kin | 家庭成员",
            "text | kin_name | 姓名",
            "begin group | more | 其他",
            "integer | age | 年龄",
            "end group | | ",
            "end_repeat | | ",
        )
    )
    assert form.accepted
    assert names(form) == ["head", "kin/kin_name", "kin/more/age"]
    kin = form.children[1]
    assert isinstance(kin, Section)
    assert kin.kind is SectionKind.REPEAT


@pytest.mark.parametrize(
    "heads",
    [
        "type | name | label::中文 (zh) | relevant",
        "Type | NAME | Label :: 中文 (zh) | Relevance",
        "command | tag | caption:中文 (zh) | bind:relevant",
        "type | value | label::中文 (zh) | bind::relevant",
    ],
)
def test_a_column_is_known_by_any_of_its_spellings(heads: str) -> None:
    question = only(read(survey("text | who | 姓名 | 1 = 1", heads=heads)))
    assert (question.name, dict(question.label), question.relevant) == ("who", {"中文 (zh)": "姓名"}, "1 = 1")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("select_one sex", "select one"),
        ("select one from sex", "select one"),
        ("select1 sex", "select one"),
        ("select_multiple sex", "select all that apply"),
        ("select all that apply from sex", "select all that apply"),
        ("rank sex", "rank"),
    ],
)
def test_selects_are_known_by_any_of_their_spellings(written: str, meant: str) -> None:
    question = only(read(survey(f"{written} | sex | 性别")))
    assert (question.type, question.list_name) == (meant, "sex")


def test_words_without_a_language_are_the_default_ones() -> None:
    question = only(
        read(survey("text | who | 姓名 | Name", heads="type | name | label | label::English (en)"))
    )
    assert dict(question.label) == {DEFAULT_LANGUAGE: "姓名", "English (en)": "Name"}


def test_the_language_of_bare_words_may_stand_in_the_settings() -> None:
    more = "| settings |\n| | default_language |\n| | zh |\n"
    question = only(read(survey("text | who | 姓名", more=more)))
    assert dict(question.label) == {"zh": "姓名"}


def test_other_asks_what_else() -> None:
    form = read(survey("select_one sex or_other | sex | 性别"))
    asked = [question for _around, question in form.questions()]
    assert [(each.name, each.relevant) for each in asked] == [
        ("sex", ""),
        ("sex_other", "selected(../sex, 'other')"),
    ]
    assert [choice.name for choice in form.choices["sex"]] == ["1", "2", "other"]


def test_a_loop_is_read_as_a_group_for_each_choice() -> None:
    form = read(survey("begin loop over help | kinds | 补助", "integer | n | %(label)s几人", "end loop | | "))
    assert names(form) == ["kinds/low/n"]  # the choice "none" asks nothing
    assert [dict(each.label) for _around, each in form.questions()] == [{DEFAULT_LANGUAGE: "低保几人"}]


def test_curly_quotes_and_double_spaces_are_mended() -> None:
    question = only(read(survey("text | who | 姓  名 | . = “甲”", heads="type | name | label | constraint")))
    assert (dict(question.label)[DEFAULT_LANGUAGE], question.constraint) == ("姓 名", '. = "甲"')


def test_disabled_rows_and_remarks_are_left_out() -> None:
    heads = "type | name | label | disabled"
    form = read(survey("text | a | 甲 | yes", "text | b | 乙 | no", heads=heads))
    assert names(form) == ["b"]


def test_a_note_without_a_name_gets_one() -> None:
    assert names(read(survey("note | | 请如实填写"))) == ["generated_note_name_2"]


def test_all_formats_say_the_same() -> None:
    text = survey("text | who | 姓名", "select_one sex | sex | 性别")
    commas = "survey,,,\n,type,name,label\n,text,who,姓名\n,select_one sex,sex,性别\nchoices,,,\n,list_name,name,label\n,sex,1,男\n,sex,2,女\n"
    sheets: dict[str, list[list[object]]] = {
        "Survey": [["type", "name", "label"], ["text", "who", "姓名"], ["select_one sex", "sex", "性别"]],
        "choices": [["list name", "name", "label"], ["sex", 1, "男"], ["sex", 2.0, "女"]],
    }
    forms = [
        read(text),
        read_xlsform("a.csv", commas.encode("gb18030")),
        read_xlsform("a.xlsx", as_xlsx(sheets)),
    ]
    for form in forms:
        assert form.accepted
        assert names(form) == ["who", "sex"]
        assert [(each.name, dict(each.label)) for each in form.choices["sex"]] == [
            ("1", {DEFAULT_LANGUAGE: "男"}),
            ("2", {DEFAULT_LANGUAGE: "女"}),
        ]


def test_the_only_sheet_of_a_book_is_its_survey() -> None:
    form = read_xlsform("a.xlsx", as_xlsx({"问卷": [["type", "name", "label"], ["text", "who", "姓名"]]}))
    assert form.accepted
    assert form.sheet == "问卷"


def test_choices_keep_the_columns_that_filters_use() -> None:
    more = "| choices |\n| | list_name | name | label | town |\n| | village | a | 上坪 | 1 |\n"
    form = read(survey("select_one village | v | 村", more=more))
    assert dict(form.choices["village"][0].more) == {"town": "1"}


def test_lists_for_looking_up_stand_on_a_sheet_of_their_own() -> None:
    more = "| external_choices |\n| | list_name | name | label |\n| | village | a | 上坪 |\n"
    form = read(
        survey(
            "select_one_external village | v | 村 | town = 1",
            heads="type | name | label | choice_filter",
            more=more,
        )
    )
    assert form.accepted
    assert [choice.name for choice in form.external_choices["village"]] == ["a"]


def test_what_the_file_itself_suffers_from_is_said_too() -> None:
    content = as_xlsx({"survey": [["type", "name", "label"], ["text", "who", "姓名"]]})
    form = read_xlsform("a.xls", content)
    assert form.accepted
    assert [problem.code for problem in form.problems] == ["QZ-R010"]


def test_blank_cells_that_can_be_seen_change_nothing() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(as_xlsx({"Survey": [["type", "name", "label"], ["text", "who", "姓名"]]}))
    )
    for row in range(1, 90):
        for column in range(1, 30):
            book["Survey"].cell(row, column).border = Border(bottom=Side("thin"))
    stream = io.BytesIO()
    book.save(stream)
    form = read_xlsform("a.xlsx", stream.getvalue())
    assert names(form) == ["who"]
    assert form.problems == ()
