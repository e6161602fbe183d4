"""The village that a whole sheet is about: its 填报单位, else its title. Rows that name none belong there."""

import re
from collections.abc import Mapping

from qingzhuang.answer.harvest_cells import Grid
from qingzhuang.model.form import Entry, Form

_LABELS = frozenset(
    ("填报单位", "填表单位", "上报单位", "报送单位", "单位名称", "村", "村名", "行政村", "村社区", "村居")
)
_NAME = r"[\u4e00-\u9fff]{1,6}?(?:村|社区)"
_OFFICE = re.compile(
    rf"^(?:.*?[省市县区镇乡]|.*?街道(?:办事处)?)?({_NAME})(?:村?民?委员?会|居民?委员?会|党支部|党总支)?$"
)
_DATED = re.compile(r"^(?:[0-9]{4}年?度?(?:[0-9]{1,2}月份?)?|第?[一二三四]季度|[上下]半年)+")
_TITLE = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|镇|乡|街道))*([\u4e00-\u9fff]{1,4}?(?:村|社区))"
)
_NO_NAME = re.compile(
    r"[农乡]村$|^(?:各|全|本|该|行政|自然|城中|贫困|脱贫|重点|示范|试点|空心|薄弱|我|所在|分|按|驻|包|联|帮扶|智慧|老旧|矫正|居家|养老|平安|文明|美丽|绿色|.*[人员者户]|.*[省市县区镇乡各全])(?:村|社区)$"
)


def village_of(form: Form, grids: Mapping[str, Grid]) -> str:
    """Return the name of the one village that the sheet speaks of, empty when it names none."""
    named = {
        name
        for table in form.tables
        for item in table.inputs
        if item.entry is Entry.INLINE and _plain(item.label) in _LABELS and item.place.sheet in grids
        if (name := _of_office(grids[item.place.sheet].content(item, item.place)[1]))
    }
    if named:
        return named.pop() if len(named) == 1 else ""
    return _of_title(form.title or "")


def _of_office(text: str) -> str:
    found = _OFFICE.match(re.sub(r"[（(].*?[)）]|\s", "", text))
    return _name(found)


def _of_title(title: str) -> str:
    return _name(_TITLE.match(_DATED.sub("", re.sub(r"\s", "", title))))


def _name(found: "re.Match[str] | None") -> str:
    return found[1] if found and not _NO_NAME.search(found[1]) else ""


def _plain(label: str) -> str:
    return re.sub(r"[（(].*?[)）]|[（）()/／、\s]|#\d+$", "", label)
