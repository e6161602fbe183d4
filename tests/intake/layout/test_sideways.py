"""A roster whose people are columns is told, and read neither as a list nor as a card."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.read import form_of
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Workbook
from tests.intake.forms import sheet


def read(rows: Sequence[str], *, ruled: bool = True) -> Form:
    drawn = (2, len(rows)) if ruled else None
    return form_of(
        Workbook("表.xlsx", FileKind.XLSX, (sheet([row.split("|") for row in rows], ruled=drawn),))
    )


def codes(form: Form) -> list[str]:
    return [problem.code for problem in form.problems]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    "rows",
    [
        ["姓名|赵甲|钱乙|孙丙", "性别|男|女|男", "年龄|41|38|52", "职务|书记|主任|委员"],
        ["序号|1|2|3", "姓名|赵甲|钱乙|孙丙", "联系电话|5550101|5550102|", "与户主关系|本人|妻|子"],
        ["户主|赵甲|钱乙", "家庭人口|3|4", "耕地面积|2.5|3"],
    ],
)
def test_people_as_columns_are_told(rows: list[str], ruled: bool) -> None:
    form = read(["人员情况", *rows], ruled=ruled)
    assert form.tables == ()
    assert codes(form) == ["QZ-R096"]


def test_blank_columns_for_people_are_told_too() -> None:
    form = read(["班子情况", "姓名|||", "性别|||", "出生年月|||"])
    assert (form.tables, codes(form)) == ((), ["QZ-R096"])


@pytest.mark.parametrize(
    "rows",
    [
        # cards: a label, its field, perhaps another label and field
        ["姓名|赵甲|性别|男", "民族|汉族|职务|书记", "住址|东街|电话|5550101"],
        ["姓名||性别|", "民族||职务|", "住址||电话|"],
        ["姓名|", "性别|", "住址|"],
        ["姓名|<|<|赵甲", "性别|<|<|男", "住址|<|<|东街"],
        # lists and printed rows
        ["姓名|性别|电话", "赵甲|男|5550101", "钱乙|女|5550102"],
        ["姓名|1月|2月|3月", "赵甲|||", "钱乙|||", "孙丙|||"],
        ["序号|姓名|性别", "1|赵甲|男", "2|钱乙|女"],
        ["项目|东村|西村|南村", "户数|||", "人口|||", "面积|||"],
    ],
)
def test_cards_and_lists_are_read_as_before(rows: list[str]) -> None:
    form = read(["情况", *rows])
    assert form.tables
    assert "QZ-R096" not in codes(form)


def test_a_list_on_the_same_sheet_is_still_read() -> None:
    rows = ["情况", "姓名|赵甲|钱乙|孙丙", "性别|男|女|男", "年龄|41|38|52", "", "日期|地点|内容", "||", "||"]
    form = read(rows, ruled=False)
    assert codes(form)[0] == "QZ-R096"
    assert [item.key for item in form.tables[0].columns] == ["日期", "地点", "内容"]
