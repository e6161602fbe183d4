"""A list whose records take several rows each is not filled as if they took one."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.read import form_of
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Workbook
from tests.intake.forms import sheet


def read(rows: Sequence[str]) -> Form:
    made = sheet([row.split("|") for row in rows], ruled=(2, len(rows)))
    return form_of(Workbook("表.xlsx", FileKind.XLSX, (made,)))


def test_labels_below_each_other_over_records_as_high_are_told_and_not_asked() -> None:
    form = read(["商户表|<|<", "店名|经营者|面积", "^|电话|地址", "||", "^||", "||", "^||"])
    assert form.items == ()
    assert "QZ-R095" in [each.code for each in form.problems]


@pytest.mark.parametrize(
    "rows",
    [
        ["商户表|<|<", "店名|人员|<", "^|男|女", "||", "||"],
        ["商户表|<|<", "店名|人员|<", "^|男|女", "||", "^||", "||", "^||"],
        ["商户表|<|<", "店名|面积|租金", "^|平方米|元", "||", "||"],
    ],
)
def test_a_header_of_two_levels_or_with_units_below_stays_a_list(rows: list[str]) -> None:
    form = read(rows)
    assert len(form.items) == 3
    assert "QZ-R095" not in [each.code for each in form.problems]
