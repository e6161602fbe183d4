"""The representation of an item's value, from its label, its codes, its validation and its sample values."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from qingzhuang.intake.layout.text import squash
from qingzhuang.intake.readers.number_format import shows_date
from qingzhuang.model.form import ItemType
from qingzhuang.model.sheet import Scalar

_REMEMBERED = 1 << 12
"""Forms of one folder ask in the same words."""
_BY_LABEL = (
    (ItemType.ROW_NUMBER, re.compile(r"^(序号|序|编号序号|行次|行号|No\.?|NO\.?|№)$")),
    (ItemType.SIGNATURE, re.compile(r"(签名|签字|签章|盖章|签收|签领|领取人签|手印)")),
    (ItemType.PHOTO, re.compile(r"(照片|相片|图片|近照|贴照|证件照|现场照|影像)")),
    (ItemType.ID_NUMBER, re.compile(r"(身份证(件)?(号码?|编号)?$|身份证号|身份号码|公民身份|证件号码?$)")),
    (ItemType.PHONE, re.compile(r"(电话|手机|联系方式|座机|传真)(号码?)?$")),
    (ItemType.YESNO, re.compile(r"^(是否|有无|是不是|能否|可否)|(（是/否）|\(是/否\)|（有/无）)$")),
    (ItemType.MONTH, re.compile(r"(年月|月份)$")),
    (ItemType.DATE, re.compile(r"(日期|年月日|时间|^生日|到期日|截止日)$")),
    (
        ItemType.INTEGER,
        re.compile(
            r"(人数|户数|个数|次数|件数|套数|辆数|名额|年龄|总数|职数|票数|份数|场次|岁数|人次|头数|只数|页数|人口)$"
        ),
    ),
    (
        ItemType.NUMBER,
        re.compile(
            r"(金额|面积|收入|支出|比例|比率|率|单价|总价|价格|数量|产量|产值|经度|纬度|占比|百分比|资金|投资|额|费|费用|经费|工资|利润)$"
        ),
    ),
)
_WORDED = re.compile(
    r"(姓名|名称|名字|性别|民族|籍贯|学历|学位|专业|职务|职称|职业|单位|部门|地址|住址|地点|备注|说明|关系|政治面貌|户主|联系人|负责人|邮箱)$"
)
"""Labels whose answers are words, whatever format somebody once gave the column."""
_COUNTED = frozenset("人户个家件套台辆栋幢座间处所条项次场期批份册本张篇名位头只羽匹口株棵岁") | {
    "周岁",
    "人次",
}
_QUANTITY = re.compile(r"^(?!.*均).*数量$")
_SCALES = "百千万亿"
_YES_NO = ({"是", "否"}, {"有", "无"})
_BARE = re.compile(r"[（(\[【].*?[)）\]】]|#\d+$")


def type_of(
    label: str,
    *,
    unit: str | None = None,
    codes: Sequence[str] = (),
    validation: str = "",
    number_format: str = "General",
    samples: Sequence[Scalar] = (),
) -> ItemType:
    """Return the type that the evidence speaks for; text when nothing does. A code list goes first, then a
    validation, the words of the label, the unit, the format unless the label asks for words, and what stands in filled cells."""
    if codes:
        return ItemType.YESNO if set(codes) in _YES_NO else ItemType.CODE
    return (
        _by_validation(validation)
        or _by_label(label, unit)
        or _by_unit(unit)
        or (None if _WORDED.search(_BARE.sub("", squash(label))) else _by_format(number_format))
        or _by_samples(samples)
        or ItemType.TEXT
    )


def _by_validation(kind: str) -> ItemType | None:
    return {"whole": ItemType.INTEGER, "decimal": ItemType.NUMBER, "date": ItemType.DATE}.get(kind)


@lru_cache(_REMEMBERED)
def _by_label(label: str, unit: str | None) -> ItemType | None:
    full, bare = squash(label), _BARE.sub("", squash(label))
    for found, pattern in _BY_LABEL:
        if pattern.search(bare) or pattern.search(full):
            return _as_measured(found, bare, unit)
    return None


def _as_measured(found: ItemType, label: str, unit: str | None) -> ItemType:
    """A quantity counted in pieces is a whole number; people counted in ten thousands are none."""
    if found is ItemType.NUMBER and unit in _COUNTED and _QUANTITY.match(label):
        return ItemType.INTEGER
    if found is ItemType.INTEGER and unit is not None and unit[0] in _SCALES and len(unit) > 1:
        return ItemType.NUMBER
    return found


def _by_unit(unit: str | None) -> ItemType | None:
    if unit is None or unit in {"年", "月", "日"}:
        return None
    return ItemType.INTEGER if unit in _COUNTED else ItemType.NUMBER


def _by_format(code: str) -> ItemType | None:
    if shows_date(code):
        return ItemType.DATE if "d" in code.lower() else ItemType.MONTH
    if code.startswith(("0.", "#,##0.")) or code.endswith("%"):
        return ItemType.NUMBER
    return None


def _by_samples(samples: Sequence[Scalar]) -> ItemType | None:
    known = [value for value in samples if value not in {None, ""}]
    if not known:
        return None
    if all(isinstance(value, date) for value in known):
        return ItemType.DATE
    if all(isinstance(value, int) and not isinstance(value, bool) for value in known):
        return ItemType.INTEGER
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in known):
        return ItemType.NUMBER
    return None
