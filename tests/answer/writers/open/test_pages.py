"""A page comes back as the page that it was: only the words of the filled cells differ."""

import pytest

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind

NUMBER = "990101199001011234"
HEAD = "<html><head><meta charset=gbk><style>td{border:1px solid}</style></head><body><h1>人员名册</h1>\n"
LIST = HEAD + (
    '<TABLE border=1 class="x"><tr><th>姓名</th><th>身份证号</th><th>备注</th></tr>\n'
    "<tr><td>&nbsp;</td><td style='color:red'></td><td><p><b></b></p></td></tr>\n"
    "<tr><td><td><td></tr>\n"
    "<tr><td colspan=3>填表人：</td></tr></TABLE>\n<p>注：&lt;如实填写&gt;</p></body></html>"
)


def done(text: str, answers: Answers, encoding: str = "gb18030") -> Filled:
    content = text.encode(encoding)
    form = read_form("表.xls", content)
    assert form.kind is FileKind.HTML
    return fill("表.xls", content, form, answers)


def cells(made: Filled) -> dict[tuple[int, int], str]:
    (sheet,) = read_workbook("表.xls", made.content).sheets
    return {at: cell.text for at, cell in sheet.cells.items() if cell.text}


def test_words_go_into_their_cells_and_the_rest_of_the_page_stays_letter_by_letter() -> None:
    made = done(LIST, Answers(({"姓名": "甲<乙", "备注": "一\n二"}, {"姓名": "丙"}), {"填表人": "丁"}))
    text = made.content.decode("gb18030")
    assert text == LIST.replace("<td>&nbsp;</td>", "<td>甲&lt;乙</td>").replace(
        "<b></b>", "<b>一<br>二</b>"
    ).replace("<tr><td><td><td></tr>", "<tr><td>丙<td><td></tr>").replace("填表人：", "填表人：丁")


def test_a_long_number_and_what_looks_like_a_formula_are_marked_as_text() -> None:
    text = done(LIST, Answers(({"姓名": "=1+1", "身份证号": NUMBER},))).content.decode("gb18030")
    assert f"<td style='color:red;mso-number-format:\\@'>{NUMBER}</td>" in text
    assert '<td style="mso-number-format:\\@">=1+1</td>' in text


def test_rows_that_are_missing_are_copies_of_the_row_above() -> None:
    made = done(LIST, Answers(tuple({"姓名": name} for name in "甲乙丙丁"), {"填表人": "戊"}))
    found = cells(made)
    assert [found[row, 1] for row in range(2, 7)] == ["甲", "乙", "丙", "丁", "填表人：戊"]


def test_an_archive_and_a_page_to_type_into_are_not_written() -> None:
    typed = LIST.replace("<p><b></b></p>", "<input name=a>")
    with pytest.raises(ProblemError) as caught:
        done(typed, Answers(({"姓名": "甲"},)))
    assert caught.value.problem.code == "QZ-F032"


def test_a_card_with_cells_over_several_rows_is_filled() -> None:
    card = (
        "<table border=1><tr><td>姓名</td><td></td><td rowspan=2>照片</td></tr><tr><td>住址</td><td></td></tr>"
        "<tr><td>联系电话</td><td colspan=2></td></tr></table>"
    )
    made = done(card, Answers((), {"姓名": "甲", "住址": "柳湾村", "联系电话": "01012345678"}), "utf-8")
    found = cells(made)
    assert (found[1, 2], found[2, 2], found[3, 2]) == ("甲", "柳湾村", "01012345678")
