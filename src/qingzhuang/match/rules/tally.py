"""Counting and adding the rows of a list into a report of the same place and period, both printed in the titles (policy line 7)."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.slots import Slots
from qingzhuang.match.title import read_title

_PLACE = re.compile(r"^([\u4e00-\u9fff()]{2,12}?)(?=(?:19|20)\d\d)")
_MARK = re.compile(r"(?:姓名|户主|名称|编号|号|号码|代码|负责人|案卷号|商户|单位|对象|名单)$")
_GROUPED = re.compile(
    r"(?:性别|类别|类型|形式|程度|学历|等级|方式|状态|年龄|出生日期|出生年月|民族|身份|级别|结论|结果)$"
)
_DATED = re.compile(r"(?:日期|时间|年月)$")
_COUNTS = ("persons", "households", "count", "things", "times", "animals", "visits", None)
_TOTALS = re.compile(r"统计|月报|季报|年报|报表|进度|汇总|情况表|公开表|快报|基础表")
_LISTS = re.compile(r"明细|名册|花名册|清册|台账|流水|登记|记录|名单|簿|册|核查")
_STUB = re.compile(
    r"(?:本|当)[月季年期]|累计|季末|月末|年末|其中|合计|总数|总量|总计|数量|人数|户数|户次|件数|个数|家数|数|的|[:：]"
)
_NOTE = re.compile(r"\([^()]*\)")  # 供养方式(集中或分散)
_PER = re.compile(r"率|比例|占比|平均|人均|户均|计划|目标|应")


def tally(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Rows of a list of one place and period give the figures of its report."""
    if not _list_and_report(a, b) or not b.quantity or _PER.search(b.text) or b.nonfact or a.nonfact:
        return None
    if not _one_place_and_time(a, b, lexicon):
        return None
    if a.quantity and _adds(a, b):
        return derivable("rows.sum", _("把{a}逐行加起来就得{b}。").format(a=a.text, b=b.text), "statistic")
    if b.dimension not in _COUNTS or not _tells(a, b):
        return None
    return derivable(
        "rows.count_if", _("数一数{a}那张名册的行就得{b}。").format(a=a.text, b=b.text), "statistic"
    )


def _list_and_report(a: Slots, b: Slots) -> bool:
    if not (a.listing and b.listing) or a.listing == b.listing or a.group == "aggregate":
        return False
    return bool(_TOTALS.search(b.listing)) and bool(_LISTS.search(a.listing)) and a.entity != b.entity


def _one_place_and_time(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    one, other = (_PLACE.match(each.listing or "") for each in (a, b))
    if one is None or other is None or one.group(1) != other.group(1):
        return False
    known = a.period.year is not None and a.period.year == b.period.year
    parts = (
        not (a.period.part and b.period.part)
        or a.period.part[:1] != b.period.part[:1]
        or a.period.part == b.period.part
    )
    whose = not b.time.known or b.time in (a.period, b.period) or b.time.part.endswith("+0")
    return known and parts and whose and _topic(a, b, lexicon)


def _topic(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The titles share two characters side by side, or the figure names what the list lists."""
    one, other = (read_title(each.listing, lexicon).listed for each in (a, b))
    pairs = {one[start : start + 2] for start in range(len(one) - 1)}
    homes = a.group == "household" and b.dimension == "households" and not _STUB.sub("", b.text).strip("总户")
    return homes or any(pair in other or pair in b.text for pair in pairs)


def _adds(a: Slots, b: Slots) -> bool:
    """One measure of one thing: 恢复面积 adds up to 已恢复面积, 补助金额 to 补助资金合计."""
    one, other = (each.unit.dimension if each.unit else each.dimension for each in (a, b))
    if one != other and not {one, other} <= set(_COUNTS):
        return False
    return _shares(_STUB.sub("", a.text), _STUB.sub("", b.text)) or "money" in (one or "")


def _tells(a: Slots, b: Slots) -> bool:
    """A name or number marks a row; a yes/no, a class or a day says whether the row counts."""
    what, text = _STUB.sub("", b.text), _NOTE.sub("", a.text)
    if a.form == "yesno":
        return _shares(re.sub(r"是否|已|有无|发现", "", a.text), b.text)
    if _DATED.search(text):
        return _shares(_DATED.sub("", text), b.text) or text.startswith("出生")
    if _MARK.search(text) or _GROUPED.search(text):
        return not a.role or a.role == a.entity or a.role == "户主" or bool(what)
    return False


def _shares(one: str, other: str) -> bool:
    return any(one[start : start + 2] in other for start in range(len(one) - 1)) or one == other
