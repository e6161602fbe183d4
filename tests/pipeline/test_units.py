"""A sheet of units is read as it is; what cannot be placed surely is told and left out."""

import io

import pytest
import xlsxwriter

from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.units import KnownUnit, plan_units, read_units

COUNTY = KnownUnit(1, "云泽县", UnitKind.COUNTY, None, "990101")
TOWN = KnownUnit(2, "青禾镇", UnitKind.TOWNSHIP, 1, "990101100")


def _sheet(*rows: tuple[str, ...]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return target.getvalue()


def _left(text: str, *known: KnownUnit) -> dict[str, str]:
    plan = plan_units(read_units("单位.csv", text.encode()), known)
    return {line.name: why for line, why in plan.left}


def test_a_spreadsheet_with_a_title_above_its_heads() -> None:
    content = _sheet(
        ("全县单位表",),
        ("单位", "上级", "种类", "代码"),
        ("柳湾村", "青禾镇", "村", ""),
        ("青禾镇", "云泽县", "", ""),
        ("云泽县", "", "", ""),
        ("县民政局", "云泽县", "部门", ""),
    )
    plan = plan_units(read_units("单位.xlsx", content), ())
    placed = {each.line.name: each for each in plan.new}
    assert next(iter(placed)) == "云泽县", "parents come first"
    assert placed["柳湾村"].kind is UnitKind.VILLAGE
    assert placed["县民政局"].kind is UnitKind.OFFICE
    assert placed["柳湾村"].after == placed["青禾镇"].line.row
    assert plan.left == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_division_data_as_published_is_placed_by_its_codes(encoding: str) -> None:
    text = (
        "code,name,streetCode,provinceCode,cityCode,areaCode\n"
        '990101100,"青禾镇",,99,9901,990101\n'
        '990101100201,"柳湾村委会",990101100,99,9901,990101\n'
        '990101000000,"云泽县",,,,\n'
    )
    plan = plan_units(read_units("villages.csv", text.encode(encoding)), ())
    placed = {each.line.name: each for each in plan.new}
    assert placed["云泽县"].after is None
    assert placed["青禾镇"].after == placed["云泽县"].line.row
    assert placed["柳湾村委会"].after == placed["青禾镇"].line.row
    assert placed["柳湾村委会"].kind is UnitKind.VILLAGE


def test_what_stands_already_is_left_as_it_is() -> None:
    text = "单位,上级,种类,代码\n云泽县,,,\n青禾镇,云泽县,,\n柳湾村,青禾镇,,\n"
    plan = plan_units(read_units("单位.csv", text.encode()), (COUNTY, TOWN))
    assert [each.line.name for each in plan.new] == ["柳湾村"]
    assert plan.new[0].under == 2
    assert [each.name for each in plan.known] == ["云泽县", "青禾镇"]


def test_two_towns_of_one_name_are_never_mixed_up() -> None:
    other = KnownUnit(3, "临川县", UnitKind.COUNTY, None, "")
    text = "单位,上级\n青禾镇,临川县\n新桥村,青禾镇\n"
    plan = plan_units(read_units("单位.csv", text.encode()), (COUNTY, TOWN, other))
    assert [(each.line.name, each.under) for each in plan.new] == [("青禾镇", 3)]
    assert "分不清" in {line.name: why for line, why in plan.left}["新桥村"]


def test_what_cannot_be_placed_says_why() -> None:
    assert "看不出" in _left("单位,上级\n甲乙丙,云泽县\n", COUNTY)["甲乙丙"]
    assert "没有“远山镇”" in _left("单位,上级\n柳湾村,远山镇\n", COUNTY)["柳湾村"]
    assert "没有写上级" in _left("单位\n柳湾村\n", COUNTY)["柳湾村"]
    assert "不在已有的单位下面" in _left("单位\n邻川县\n", COUNTY)["邻川县"]
    round_trip = _left("单位,上级\n东镇,西镇\n西镇,东镇\n", COUNTY)
    assert set(round_trip) == {"东镇", "西镇"}
    assert _left("单位,上级\n柳湾村,甲乙丙\n甲乙丙,云泽县\n", COUNTY).keys() == {"柳湾村", "甲乙丙"}


@pytest.mark.parametrize("content", [b"", b"\0\0", b"a,b\n1,2\n", "姓名,电话\n".encode()])
def test_a_sheet_without_units_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ProblemError, match="QZ-W120"):
        read_units("x.csv", content)
