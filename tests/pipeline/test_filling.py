"""What is written into a template is what a reader finds there."""

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.answer.fill import fill
from qingzhuang.intake.problems import no_form
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.filling import fill_given, where
from tests.intake.readers.pdf_making import letters, pdf, table

WORDS = st.text("甲乙丙丁=+-@'<&0123456789", min_size=1, max_size=8).filter(lambda text: text.strip() == text)
KEYS = ("姓名", "备用号", "说明文字")
ROWS = st.lists(
    st.fixed_dictionaries({"姓名": WORDS, "备用号": st.integers(0, 999_999), "说明文字": WORDS}), max_size=6
)


def template() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["人员登记表"])
    sheet.merge_cells("A1:C1")
    sheet.append(["姓名", "备用号", "说明文字"])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


TEMPLATE = template()


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_filling_then_reading_gives_the_answers_back(rows: list[dict[str, str | int]]) -> None:
    filled = fill_given("表.xlsx", TEMPLATE, Answers(tuple(rows)))
    sheet = openpyxl.load_workbook(io.BytesIO(filled.content)).active
    assert sheet is not None
    found = [values for values in sheet.iter_rows(min_row=3, values_only=True) if any(values)]
    assert [tuple(map(str, values)) for values in found] == [
        tuple(str(row[key]) for key in KEYS) for row in rows
    ]
    assert len(filled.written) == 3 * len(rows)


def test_a_file_that_is_no_form_is_refused_with_a_code() -> None:
    with pytest.raises(ProblemError) as caught:
        fill_given("表.xlsx", b"nothing", Answers())
    assert caught.value.problem.code.startswith("QZ-R")


def test_a_letter_is_not_handed_back_as_a_filled_form() -> None:
    empty = Form("通知.docx", FileKind.DOCX, None, (), problems=(no_form("通知.docx"),))
    with pytest.raises(ProblemError) as caught:
        fill("通知.docx", b"", empty, Answers())
    assert caught.value.problem.code == "QZ-R009"


def test_a_pdf_is_answered_as_a_workbook_of_its_shape_which_is_said() -> None:
    rows: list[list[str | None]] = [
        ["序号", "户主", "家庭情况", None],
        ["^", "^", "人口数", "收入"],
        ["", "", "", ""],
    ]
    drawn = letters(50, 90, "填报单位：") + table([50, 100, 200, 300, 540], [100, 120, 140, 160], rows)
    answers = Answers(
        rows=({"户主": "甲", "家庭情况/人口数": 3}, {"户主": "乙"}), cards={"填报单位": "柳湾村"}
    )
    filled = fill_given("走访.pdf", pdf(drawn), answers)
    assert [each.code for each in filled.problems] == ["QZ-F156"]
    again = read_workbook("走访.xlsx", filled.content).sheets[0]
    assert again.name == "第1页"
    assert {again.cells[place].text for place in ((4, 2), (5, 2), (4, 3))} == {"甲", "乙", "3"}
    assert again.cells[1, 1].text == "填报单位：柳湾村"
    assert Area(2, 3, 2, 4) in again.merges
    assert fill_given("走访.pdf", pdf(drawn), answers).content == filled.content
    form = read_form("走访.pdf", pdf(drawn))
    assert where("走访.pdf", pdf(drawn), form, answers) == filled.written
