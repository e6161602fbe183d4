"""Ages are reckoned on the day that a form's notes name, before that of its title and before today."""

from datetime import date

import pytest

from qingzhuang.intake.read import form_of
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.pipeline.form_day import form_day
from tests.intake.forms import sheet

TODAY = date(2026, 11, 26)


def form(note: str, title: str = "老年人花名册") -> Form:
    rows = [f"{title}|<|<", "姓名|身份证号|年龄", "||", "||", f"{note}|<|<"]
    return form_of(
        Workbook("册.xlsx", FileKind.XLSX, (sheet([row.split("|") for row in rows], ruled=(2, 4)),))
    )


@pytest.mark.parametrize(
    ("note", "title", "day"),
    [
        ("注：年龄按12月31日计算。", "老年人花名册", date(2026, 12, 31)),
        ("注：老年人指截至2025年12月31日年满60周岁的人。", "老年人花名册", date(2025, 12, 31)),
        ("注：本表统计时点为6月30日。", "2025年老年人花名册", date(2025, 6, 30)),
        ("注：数据截至上年末。", "2026年老年人花名册", date(2025, 12, 31)),
        ("", "2025年老年人花名册", date(2025, 12, 31)),
        ("", "老年人花名册", TODAY),
        ("注：姓名须与身份证一致。", "老年人花名册", TODAY),
        ("注：1.年龄按12月31日计算。2.本表统计时点为6月30日。", "老年人花名册", TODAY),
        ("注：请于2026年12月5日前报送。", "老年人花名册", TODAY),
    ],
)
def test_the_day_of_ages_is_what_the_form_says(note: str, title: str, day: date) -> None:
    assert form_day(form(note, title), TODAY) == day
