"""Counting and adding the rows of a list into a report of the same place and period, both printed in the titles (policy line 7)."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.rules.counted import AGES, left, lists_no_less, said, titles, whole
from qingzhuang.match.rules.house import everybody_of, listed, of_one_house
from qingzhuang.match.slots import Slots

_PLACE = re.compile(r"^([\u4e00-\u9fff()]{2,12}?)(?=(?:19|20)\d\d)")
_MARK = re.compile(r"(?:姓名|户主|名称|编号|号|号码|代码|负责人|案卷号|商户|单位|对象|名单)$")
_GROUPED = re.compile(
    r"(?:性别|类别|分类|类型|区域|孩次|形式|程度|学历|等级|方式|状态|年龄|出生日期|出生年月|民族|身份|级别|结论|结果)$"
)
_DATED = re.compile(r"(?:日期|时间|年月)$")
_COUNTS = ("persons", "households", "count", "things", "times", "animals", "visits", None)
_TOTALS = re.compile(r"统计|月报|季报|年报|报表|进度|汇总|情况表|公开表|快报|基础表")
_LISTS = re.compile(r"明细|名册|花名册|清册|台账|流水|登记|记录|日志|名单|簿|册|核查")
_STUB = re.compile(
    r"(?:本|当)[月季年期]|累计|季末|月末|年末|其中|合计|总数|总量|总计|数量|人数|户数|户次|件数|个数|家数|数|的|[:：]"
)
_NOTE = re.compile(r"\([^()]*\)")  # 供养方式(集中或分散)
_PER = re.compile(r"率|比例|占比|平均|人均|户均|计划|目标|应")
_ASKS = re.compile(r"是否|已经?|有无|发现|具备|条件")
_MAY = re.compile(r"条件|能否|可否|是否[可能应拟]|具备|计划")
_OR = re.compile(r"[/、或()]")
_REACHED = re.compile(r"(?<=岁)及?以上")
_HELD = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,6}(?<!身份)(?<!低保)证)书?(?:编号|号码?)$")
_NOT = re.compile(r"不(?=满意|合格|达标|符合)|未")
_NEW = re.compile(r"新增?|完成")
_FLOW = re.compile(r"新增|新办|总数|总量|累计")
_KINDS = re.compile(r"[性孩童婴生儿]")
_OTHERS = re.compile(r"账号|卡号|手机|电话|来电|车牌|号牌")
_EVENT, _ROUNDS = "事件", re.compile(r"记录|日志|流水")
_HOMES = ("resident", "household", "role")
# The classes that everybody knows, by the columns that hold them.
_VALUES = (
    (re.compile(r"性别$"), re.compile(r"[男女](?:性|孩|童|婴|生)?")),
    (
        re.compile(r"学历$|文化程度$"),
        re.compile(r"研究生|本科|大专|中专|高中|初中|小学|文盲|(?:及?以[上下])"),
    ),
    (re.compile(r"年龄$|出生日期$|出生年月$"), AGES),
    (re.compile(r"孩次$|胎次$"), re.compile(r"[一二三四1-4]孩|(?:及?以上)")),
    (re.compile(r"民族$"), re.compile(r"少数民族|汉族")),
    (
        re.compile(r"身份证号码?$|证件号码$|身份号码$"),
        re.compile(f"[男女](?:性|孩|童|婴|生)?|{AGES.pattern}"),
    ),
)


def tally(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Rows of a list of one place and period give the figures of its report."""
    if not _list_and_report(a, b) or not b.quantity or _rates(a, b) or b.nonfact or a.nonfact:
        return None
    if not _one_place_and_time(a, b, lexicon):
        return None
    if a.quantity and _adds(a, b, lexicon):
        return derivable("rows.sum", _("把{a}逐行加起来就得{b}。").format(a=a.text, b=b.text), "statistic")
    if b.dimension not in _COUNTS or not _tells(a, b, lexicon):
        return None
    return derivable(
        "rows.count_if", _("数一数{a}那张名册的行就得{b}。").format(a=a.text, b=b.text), "statistic"
    )


def _rates(a: Slots, b: Slots) -> bool:
    """Whether the figure is a rate, a mean or a plan; 应发工资 of each gives 应发工资总额."""
    return _PER.search(b.text.replace("应发", "") if "应发" in a.text else b.text) is not None


def place_and_year(slots: Slots) -> tuple[str, int] | None:
    """The place that the title prints before the year, and the year; None where it prints none."""
    found = _PLACE.match(slots.listing or "")
    return (found.group(1), slots.period.year) if found and slots.period.year is not None else None


def lists(slots: Slots) -> bool:
    """Whether the title is a list's."""
    return slots.group != "aggregate" and _LISTS.search(slots.listing or "") is not None


def reports(slots: Slots) -> bool:
    """Whether this is a figure under a report's title."""
    return slots.quantity and _TOTALS.search(slots.listing or "") is not None


def _list_and_report(a: Slots, b: Slots) -> bool:
    if not (a.listing and b.listing) or a.listing == b.listing or a.group == "aggregate":
        return False
    if not (_TOTALS.search(b.listing) and _LISTS.search(a.listing)):
        return False
    return a.entity != b.entity or (a.group not in _HOMES and not _TOTALS.search(a.listing))


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
    one, other = (listed(each, lexicon) for each in (a, b))
    pairs = {one[start : start + 2] for start in range(len(one) - 1)}
    homes = a.group == "household" and b.dimension == "households" and not _STUB.sub("", b.text).strip("总户")
    named = b.text + (lexicon.concepts[b.concept].name if b.concept else "")
    return homes or any(pair in other or pair in named for pair in pairs) or of_one_house(a, b, lexicon)


def _adds(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """One measure of one thing: 恢复面积 adds up to 已恢复面积, 补助金额 to 补助资金合计, but no part to another part."""
    one, other = (each.unit.dimension if each.unit else each.dimension for each in (a, b))
    if one != other and not {one, other} <= set(_COUNTS):
        return False
    if not (_shares(_STUB.sub("", a.text), _STUB.sub("", b.text)) or "money" in (one or "")):
        return False
    told = titles(a, b, lexicon)
    if "其中" in said(b) and left(b.text, a.text):
        return False  # 补发金额 is a part of 实发金额
    return not left(said(b), said(a), told) and not left(a.text.replace("实", ""), said(b), told)


def _tells(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """A name or number marks a row; a yes/no, a class or a day says whether the row counts."""
    text, told = _NOTE.sub("", a.text), titles(a, b, lexicon)
    if a.group in _HOMES and (b.dimension == "visits" or b.text.endswith("人次")):
        return False  # somebody may have come twice
    if a.form == "yesno":
        return _says_yes(a, b, told)
    if a.entity == _EVENT and _ROUNDS.search(a.listing or "") and not _of_rounds(a, b):
        return False
    if _DATED.search(text) and not text.startswith("出生"):
        day = _DATED.sub("", text)
        if not day:
            return b.dimension == "times" and whole(a, b, lexicon)
        return _shares(day, b.text) and not left(_NEW.sub("", said(b)), day, told)
    values = next((words for column, words in _VALUES if column.search(text)), None)
    if values is not None and values.search(said(b)):
        alone = not left(_KINDS.sub("", values.sub("", said(b))), told, text)
        return alone and (lists_no_less(a, b, lexicon) or everybody_of(a, b, lexicon))
    if values is None and (_GROUPED.search(text) or len(_printed(a)) > 1):
        named = _names_class(a, b, text, told)
        return named and (lists_no_less(a, b, lexicon) or of_one_house(a, b, lexicon))
    if _MARK.search(text):
        return _marks(a, b, text) and whole(a, b, lexicon)
    return False


def _of_rounds(a: Slots, b: Slots) -> bool:
    """Whether rounds that are written down one by one may be counted: by their day, or by a class whose answers are printed, but nobody is
    counted by them, and no problem that was found."""
    return b.dimension not in ("persons", "households") and (
        _DATED.search(a.text) is not None or len(_printed(a)) > 1
    )


def _says_yes(a: Slots, b: Slots, told: str) -> bool:
    """是否已恢复 counts 已恢复图斑个数; whether something can be done does not count what has been done."""
    asked = _ASKS.sub("", a.text)
    if not _shares(asked, b.text) or (_MAY.search(a.text) and "已" in b.text):
        return False
    words = said(b).replace("可", "") if _MAY.search(a.text) else _NOT.sub("", said(b))
    words = _REACHED.sub("", words) if "满" in asked else words
    return not left(words, asked, told)


def _names_class(a: Slots, b: Slots, text: str, told: str) -> bool:
    """One of the classes that the column prints; where it prints none, a figure that names the column's word and one thing more."""
    words, choices = said(b), "".join([*_NOTE.findall(a.text), *a.choices])
    if _FLOW.search(b.text):
        return False
    stem = _GROUPED.sub("", text)
    printed = _printed(a)
    if b.text in printed or ("其中" in words and any(len(each) > 1 and each in b.text for each in printed)):
        return True
    if choices:
        return _shares(_STUB.sub("", words), choices) and not left(words, choices, stem, told)
    return _shares(stem, words) or b.text.endswith("类")


def _printed(a: Slots) -> list[str]:
    """The answers that a column prints."""
    return [*a.choices, *filter(None, _OR.split("/".join(_NOTE.findall(a.text))))]


def _marks(a: Slots, b: Slots, text: str) -> bool:
    """The row's own name or number; a household's or its head's where households are counted."""
    if _OTHERS.search(text) or a.form == "phone" or (text.endswith("名称") and a.group in _HOMES):
        return False
    if (held := _HELD.search(text)) and not _shares(held["what"], said(b) + (a.listing or "")):
        return False  # who holds no certificate is listed too
    if b.dimension == "households" and a.group != "household":
        return "户" in text + a.role or "低保证" in text
    return a.role in ("", a.entity) or (b.dimension == "households" and a.role.endswith(("户", "主")))


def _shares(one: str, other: str) -> bool:
    return any(one[start : start + 2] in other for start in range(len(one) - 1)) or one == other
