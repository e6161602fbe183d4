"""Counting and adding the rows of a list into a report of the same place and period, both printed in the titles (policy line 7)."""

import re
from dataclasses import replace
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.rules.classes import (
    GROUPED,
    NOTE,
    all_of,
    known,
    names_class,
    of_part,
    printed,
    says_yes,
    shares,
)
from qingzhuang.match.rules.counted import all_of_house, left, lists_no_less, said, titles, whole
from qingzhuang.match.rules.house import everybody_of, listed, of_one_house
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title

_PLACE = re.compile(r"^([\u4e00-\u9fff()]{2,12}?)(?=(?:19|20)\d\d)")
_STATE, _MONTHS = re.compile(r"月[末底]|截至"), {"Q": 3, "H": 6}  # who is there at the end of a quarter
_NO_NAME = re.compile(r"基层|城市|城镇|农村|城乡|住宅")
_MARK = re.compile(r"(?:姓名|户主|名称|编号|(?<!型)号|号码|代码|负责人|案卷号|商户|单位|对象|名单)$")
_DATED = re.compile(r"(?:日期|时间|年月)$")
_COUNTS = ("persons", "households", "count", "things", "times", "animals", "visits", None)
_TOTALS = re.compile(r"统计|月报|季报|年报|报表|进度|汇总|情况表|公开表|快报|基础表")
_LISTS = re.compile(r"明细|名册|花名册|清册|台账|流水|登记|记录|日志|名单|簿|册|核查")
_STUB = re.compile(
    r"(?:本|当)[月季年期]|累计|季末|月末|年末|其中|合计|总数|总量|总计|数量|人数|户数|户次|件数|个数|家数|数|的|[:：]"
)
_PER = re.compile(r"率|比例|占比|平均|人均|户均|计划|目标|应")
_HELD = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,6}(?<!身份)(?<!低保)证)书?(?:编号|号码?)$")
_COMES = re.compile(r"姓名|证件号|身份证|[人者员户]$")
_WHO = re.compile(r".{1,4}?[人者]")  # 交回人姓名, 交回人类型
_PRICE = re.compile(r"(?<=成交|中标|合同)价款?$|(?<![单均])总价$")
_BEGINS = re.compile(r"(?:发现|发生|受理|接报|接警|报案|立案|成交|中标|交易|签订|开始)?$")
_HEADS = re.compile(r"[人员长者户]总?(?:数|数量)$")
_VISITS = ("times", "visits")
_UNTIL, _OVER = re.compile(r"(?:有效期[至限]?|到期|失效)(?:日期|时间|日)?$"), re.compile(r"已?(?:过期|失效)")
_JOINED, _JOINERS = re.compile(r"(?:入职|到岗|上岗|入厂|聘用)$"), re.compile(r"新(?:进|入职?|聘用?|招|上岗)")
_NEW = re.compile(r"新增?|完成")
_OTHERS = re.compile(r"账号|卡号|手机|电话|来电|车牌|号牌")
_EVENT, _ROUNDS = "事件", re.compile(r"记录|日志|流水")
_HOMES = ("resident", "household", "role")


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
    place = _place(slots.listing)
    return (place, slots.period.year) if place and slots.period.year is not None else None


@lru_cache(maxsize=8192)
def _place(listing: str | None) -> str | None:
    """白杨镇 of 白杨镇2026年5月…, and of 2026年5月白杨镇…."""
    found = _PLACE.match(listing or "")
    if found:
        return found.group(1)
    place = read_title(listing, default()).place
    return place if place and not _NO_NAME.match(place) else None


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
    place = _place(a.listing)
    if place is None or place != _place(b.listing):
        return False
    known = a.period.year is not None and a.period.year == b.period.year
    one, other = a.period.part, b.period.part
    parts = not (one and other) or one == other or (_STATE.search(a.listing or "") and _closes(one, other))
    whose = not b.time.known or b.time in (a.period, b.period) or b.time.part.endswith("+0")
    return known and bool(parts) and whose and _topic(a, b, lexicon)


def _closes(month: str, longer: str) -> bool:
    """September is the last month of the third quarter."""
    months = _MONTHS.get(longer[:1])
    ends = months is not None and longer[1:].isdigit() and month[:1] == "M"
    return ends and month[1:] == str(int(longer[1:]) * (months or 0))


def _topic(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The titles share two characters side by side, or the figure names what the list lists."""
    one, other = (listed(each, lexicon) for each in (a, b))
    pairs = {one[start : start + 2] for start in range(len(one) - 1)}
    homes = a.group == "household" and b.dimension == "households" and not _STUB.sub("", b.text).strip("总户")
    named = said(b) + (lexicon.concepts[b.concept].name if b.concept else "")
    return homes or any(pair in other or pair in named for pair in pairs) or of_one_house(a, b, lexicon)


def _adds(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """One measure of one thing: 恢复面积 adds up to 已恢复面积, 补助金额 to 补助资金合计, but no part to another part."""
    one, other = (each.unit.dimension if each.unit else each.dimension for each in (a, b))
    if one != other and not {one, other} <= set(_COUNTS):
        return False
    if not (shares(_STUB.sub("", a.text), _STUB.sub("", b.text)) or "money" in (one or "")):
        return False
    told = titles(a, b, lexicon)
    if "其中" in said(b) and left(b.text, a.text):
        return False  # 补发金额 is a part of 实发金额
    amount = _PRICE.sub("", a.text).replace("实", "").replace("投入", "")
    if left(said(b), said(a), told) or left(amount, said(b), told):
        return False
    return lists_no_less(a, b, lexicon) or of_one_house(a, b, lexicon)


def _tells(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """A name or number marks a row; a yes/no, a class or a day says whether the row counts."""
    text, told = NOTE.sub("", a.text), titles(a, b, lexicon)
    if _several(a, b, text):
        return False
    if b.whole is not None:
        return _part(a, b, replace(b.whole, listing=b.listing), told, lexicon)
    if a.form == "yesno":
        return says_yes(a, said(b), told) and (lists_no_less(a, b, lexicon) or of_one_house(a, b, lexicon))
    if a.entity == _EVENT and _ROUNDS.search(a.listing or "") and not _of_rounds(a, b, lexicon):
        return False
    if _UNTIL.search(text) and _OVER.search(said(b)):
        return not left(_OVER.sub("", said(b)), text, told)
    if _DATED.search(text) and not text.startswith("出生"):
        return _of_day(a, b, _DATED.sub("", text), told, lexicon)
    return _classed(a, b, text, told, lexicon)


def _several(a: Slots, b: Slots, text: str) -> bool:
    """Somebody may have come twice, and several of one household may be listed."""
    if a.group in _HOMES and (b.dimension == "visits" or b.text.endswith("人次")):
        return True
    return a.group == "resident" and b.dimension == "households" and not _MARK.search(text)


def _classed(a: Slots, b: Slots, text: str, told: str, lexicon: Lexicon) -> bool:
    values = known(text)
    if values is not None and values.search(said(b)):
        alone = all_of(values, said(b), told, text)
        return alone and (lists_no_less(a, b, lexicon) or everybody_of(a, b, lexicon))
    if values is None and (GROUPED.search(text) or len(printed(a, lexicon)) > 1):
        named = names_class(a, b, told, lexicon)
        return named and (lists_no_less(a, b, lexicon) or of_one_house(a, b, lexicon))
    return _MARK.search(text) is not None and _marks(a, b, text, told) and _every(a, b, lexicon)


def _part(a: Slots, b: Slots, every: Slots, told: str, lexicon: Lexicon) -> bool:
    """其中：女性 counts rows where the column before counts all of them, and `a` says which rows these are."""
    counts_all = _every(a, every, lexicon) or all_of_house(a, every, lexicon)
    return counts_all and of_part(a, b, told + said(every), lexicon)


def _every(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether a figure counts all rows; those of visits also by who came: 交回人 in 交回人次."""
    came = a.group not in _HOMES and b.dimension in _VISITS
    who = _WHO.match(a.text) if came else None
    return whole(replace(a, entity=f"{a.entity or ''}{who.group()}") if who else a, b, lexicon)


def _of_day(a: Slots, b: Slots, day: str, told: str, lexicon: Lexicon) -> bool:
    """The day of what the figure counts; of a list of events the day on which each begins. Households are only counted
    where each is a row."""
    if _JOINED.match(day) and _JOINERS.search(b.text):
        return not left(_JOINERS.sub("", said(b)), day, told)
    if a.group not in _HOMES:
        if b.dimension == "households":
            return False
        begins = _BEGINS.match(day) or not left(day, listed(a, lexicon))
        if (
            begins
            and b.dimension not in ("persons", "visits")
            and not _HEADS.search(b.text)
            and whole(a, b, lexicon)
        ):
            return True
    if not day:
        return b.dimension == "times" and whole(a, b, lexicon)
    return shares(day, b.text) and not left(_NEW.sub("", said(b)), day, told)


def _of_rounds(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether rounds that are written down one by one may be counted: by their day, or by a class whose answers are printed, but nobody is
    counted by them, and no problem that was found."""
    return b.dimension not in ("persons", "households") and (
        (_MARK.search(a.text) is not None and b.dimension in _VISITS)
        or _DATED.search(a.text) is not None
        or len(printed(a, lexicon)) > 1
    )


def _marks(a: Slots, b: Slots, text: str, told: str) -> bool:
    """The row's own name or number; a household's or its head's where households are counted."""
    if _OTHERS.search(text) or a.form == "phone" or (text.endswith("名称") and a.group in _HOMES):
        return False
    if (held := _HELD.search(text)) and not shares(held["what"], said(b) + (a.listing or "")):
        return False  # who holds no certificate is listed too
    if text.endswith("单位") and left(text.removesuffix("单位").removeprefix("被"), told):
        return False  # 领用单位 of goods, 计量单位
    if b.dimension == "visits" and not _COMES.search(text):
        return False  # 活动名称 of 参加人次
    if b.dimension in _VISITS and a.role and a.role in told + b.text:
        return True
    if b.dimension == "households" and a.group != "household":
        return "户" in text + a.role or "低保证" in text
    own = a.role in ("", a.entity) or a.role_from == "row"
    return own or (b.dimension == "households" and a.role.endswith(("户", "主")))
