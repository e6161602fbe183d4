"""Which columns the unit of a whole table belongs to: 单位：万元 measures money, not households."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.model.form import Item, ItemType, Table

_MONEY_UNIT = re.compile(r"元$")
_AREA_UNIT = re.compile(r"^(亩|万亩|公顷|平方米|万平方米|平方公里|㎡|m2|m²)$")
_MONEY = re.compile(
    r"(金额|资金|收入|支出|投资|经费|费用|补贴|补助|津贴|预算|决算|贷款|借款|存款|款$|费$|财政|自筹|工资|产值|利润|税|收益|余额"
    r"|负债|资产|价|结余|结存|结转|盈余|债[权务]|欠款|报酬|成本|金$)"
)
_AREA = re.compile(r"面积")
_AREAS_BY_KIND = re.compile(r"(?:播种|种植|栽培|造林|收获)面积(?!.*(?:产量|单产|数量|株数))")
_NAMES = re.compile(r"(?:村|组|乡|镇|街道|社区|户|主|品种|作物|甲|乙|丙)$")
_OTHER = re.compile(
    r"([人员户个次项笔件]数|名称|姓名|类别|类型|来源|时间|日期|情况|方式|标准|率|比例|占比|账号|帐号|银行|单位|人|项目|备注|说明|用途|渠道"
    r"|面积|数量|内容|依据|文号|编号|对象|地点|进度|等级|级别|期限|年限)([（(].*)?(#\d+)?$"
)
_FIXED = frozenset(
    {
        ItemType.DATE,
        ItemType.MONTH,
        ItemType.YESNO,
        ItemType.CODE,
        ItemType.ID_NUMBER,
        ItemType.PHONE,
        ItemType.PHOTO,
        ItemType.SIGNATURE,
        ItemType.ROW_NUMBER,
    }
)


def unit_for(path: Sequence[str], kind: ItemType, units: Sequence[str]) -> str | None:
    """Return the one of a table's units that an item without its own is measured in, or None when none fits."""
    if kind in _FIXED:
        return None
    return next((unit for unit in units if _fits(path, unit)), None)


def _fits(path: Sequence[str], unit: str) -> bool:
    leaf = path[-1].partition("#")[0]
    if _MONEY_UNIT.search(unit):
        return not _OTHER.search(leaf) and any(_MONEY.search(name) for name in path)
    if _AREA_UNIT.match(unit):
        return bool(_AREA.search(leaf)) or (not _OTHER.search(leaf) and any(map(_AREA.search, path)))
    return leaf.endswith((f"{unit}数", f"{unit}口"))


def in_units(table: Table, units: Sequence[str]) -> Table:
    """Give the fields of a table, and the crops under a title that asks for their areas, the unit of the whole table."""
    if not units:
        return table
    inputs = tuple(_in_unit(item, unit_for(item.path, item.type, units)) for item in table.inputs)
    areas = units[0] if len(units) == 1 and _AREA_UNIT.match(units[0]) else None
    if areas is None or not _AREAS_BY_KIND.search(table.title or ""):
        return replace(table, inputs=inputs)
    columns = tuple(_in_unit(item, areas if _may_be_area(item, table) else None) for item in table.columns)
    return replace(table, inputs=inputs, columns=columns)


def _in_unit(item: Item, unit: str | None) -> Item:
    return item if unit is None or item.unit is not None else replace(item, unit=unit)


def _may_be_area(item: Item, table: Table) -> bool:
    named = _OTHER.search(item.label) or _NAMES.search(item.label) or item.type in _FIXED
    return not named and item.place.column not in table.stub_columns
