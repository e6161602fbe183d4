"""What one row of a form is about."""

import pytest

from qingzhuang.intake.context import row_entity_of
from qingzhuang.intake.layout.types import type_of
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind


def entity(title: str, kind: TableKind, *labels: str) -> str | None:
    columns = tuple(Item(tuple(label.split("/")), Place("表", 2, at)) for at, label in enumerate(labels, 1))
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


@pytest.mark.parametrize("header", ["管护责任人", "保管员", "法定代表人", "业主", "河长"])
def test_whoever_answers_for_a_thing_is_not_what_the_rows_are(header: str) -> None:
    label = "保管人员" if header == "保管员" else header
    named = (f"{label}/姓名", f"{label}/身份证号", f"{label}/联系电话")
    assert entity("古井保护台账", TableKind.LIST, "古井编号", "位置", *named) == "古井"


@pytest.mark.parametrize("header", ["申请人", "本人信息", "逝者", "家庭成员"])
def test_the_rows_own_person_may_stand_below_a_header(header: str) -> None:
    assert entity("补贴申请表", TableKind.LIST, f"{header}/姓名", f"{header}/身份证号", "申请日期") == "人"


def test_a_months_figures_about_people_list_nobody() -> None:
    assert (
        entity("云溪镇8月优抚对象补助发放统计表", TableKind.LIST, "填报单位", "在册人数", "其中：女性")
        is None
    )


def test_a_note_inside_a_label_does_not_hide_what_the_rows_are() -> None:
    assert entity("食堂基本情况表", TableKind.LIST, "学校（园）名称", "地址") == "学校"


def _columns(*names: str) -> str | None:
    types = [type_of(name) for name in names]
    items = tuple(Item((name,), Place("表", 1, at), type=types[at - 1]) for at, name in enumerate(names, 1))
    return row_entity_of(
        Form("甲.xlsx", FileKind.XLSX, "情况表", (Table("表", TableKind.LIST, columns=items),))
    )


@pytest.mark.parametrize("head", ["村", "社区", "村别"])
def test_a_first_column_that_says_no_more_than_village_beside_figures_lists_villages(head: str) -> None:
    assert _columns("序号", head, "水井数", "水塘数", "备注") == "村"
    assert _columns(head, "联系电话", "党员人数", "耕地面积") == "村"


def test_beside_things_such_a_column_only_tells_where_they_are() -> None:
    assert _columns("序号", "村", "树种", "树龄", "养护情况") is None
    assert _columns("树种", "村", "株数", "胸径") is None


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        (
            "渣土货车摸底登记表",
            ("村（社区）", "车主/车主姓名", "车主/身份证号", "车辆/车牌号码", "车辆/车型"),
        ),
        ("校车运行台账", ("所属村", "号牌号码", "驾驶人/姓名", "驾驶人/联系电话")),
    ],
)
def test_a_number_plate_says_that_rows_are_cars(title: str, labels: tuple[str, ...]) -> None:
    assert entity(title, TableKind.LIST, *labels) == "车辆"


def test_a_contracts_number_says_that_rows_are_contracts() -> None:
    assert entity("林地租金收缴表", TableKind.LIST, "村名", "合同号", "承租人姓名", "应收租金") == "合同"
    assert entity("公益岗发放表", TableKind.LIST, "合同编号", "姓名", "身份证号", "补贴金额") == "人"
    assert entity("货运司机名册", TableKind.LIST, "车牌号", "姓名", "身份证号", "准驾车型") == "人"


def test_a_look_at_people_lists_them_where_their_number_stands() -> None:
    labels = ("户主姓名", "家庭成员姓名", "与户主关系", "身份证号码", "辍学原因", "排查人")
    assert entity("控辍保学情况排查表", TableKind.LIST, *labels) == "人"
    shop = ("店铺名称", "经营者", "身份证号", "隐患", "排查人")
    assert entity("沿街店铺隐患排查表", TableKind.LIST, *shop) == "检查"


def test_a_look_at_villages_is_of_villages_where_nothing_smaller_is_named() -> None:
    labels = ("乡镇", "村名", "总户数（户）", "垃圾桶数量", "检查日期", "得分")
    assert entity("村庄绿化检查评分表", TableKind.LIST, *labels) == "村"
    assert entity("村庄绿化检查评分表", TableKind.LIST, *labels, "点位名称") == "检查"
    assert entity("村庄绿化检查评分表", TableKind.LIST, "村名", "检查日期", "得分") == "检查"


def test_a_title_of_cases_that_lists_people_is_of_people() -> None:
    labels = ("受害人姓名", "联系电话", "被骗金额")
    assert entity("养老诈骗案件受害人登记表", TableKind.LIST, *labels) == "人"
    assert entity("养老诈骗案件登记表", TableKind.LIST, "案件编号", *labels) == "事件"


def test_who_works_somewhere_is_listed_where_sex_and_age_are_asked() -> None:
    worker = ("企业名称", "姓名", "性别", "身份证号", "岗位")
    assert entity("返岗复工信息表", TableKind.LIST, *worker) == "人"
    assert entity("返岗复工信息表", TableKind.LIST, "企业名称", "姓名", "身份证号", "营业时间") == "企业"


def test_a_body_named_by_its_kind_stands_before_its_owners_number() -> None:
    assert entity("市级示范名录", TableKind.LIST, "家庭农场名称", "场主姓名", "身份证号", "面积") == "企业"
    assert entity("市级示范名录", TableKind.LIST, "场主姓名", "身份证号", "所属合作社名称") == "人"
