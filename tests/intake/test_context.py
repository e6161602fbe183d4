"""What one row of a form is about."""

import pytest

from qingzhuang.intake.context import row_entity_of
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind


def entity(title: str, kind: TableKind, *labels: str) -> str | None:
    columns = tuple(Item((label,), Place("表", 2, at)) for at, label in enumerate(labels, 1))
    return row_entity_of(Form("表.xlsx", FileKind.XLSX, title, (Table("表", kind, title, columns=columns),)))


@pytest.mark.parametrize("title", ["各村残疾人统计表", "低保户情况统计表"])
def test_a_row_of_figures_beside_a_village_is_the_villages(title: str) -> None:
    assert entity(title, TableKind.MATRIX, "村（社区）", "人数", "其中：女性") == "村"


def test_a_list_with_numbers_of_documents_is_of_people_wherever_they_live() -> None:
    assert entity("缴费名单", TableKind.LIST, "参保人", "证件号码", "村（社区）") == "人"


def test_a_list_of_workers_is_of_people_though_their_project_stands_first() -> None:
    assert entity("2026年5月工资发放表", TableKind.LIST, "项目名称", "姓名", "身份证号", "实发工资") == "人"
    assert entity("2026年在建项目台账", TableKind.LIST, "项目名称", "负责人姓名", "开工日期") == "项目"


def test_a_title_that_lists_people_of_houses_is_of_people() -> None:
    assert entity("出租房屋承租人员台账", TableKind.LIST, "出租房屋地址", "承租人姓名", "入住时间") == "人"
    assert entity("出租房屋台账", TableKind.LIST, "出租房屋地址", "承租人姓名") == "房屋"
