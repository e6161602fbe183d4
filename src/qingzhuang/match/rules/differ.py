"""Vetoes on one slot: what differs there is another fact, however alike the words are."""

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, distinct, unsure
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title

_COUNTS = frozenset(("persons", "households", "things", "times", "animals", "plants"))
_NAMES = {
    "population": "人口口径", "status": "应/已/未", "sex": "性别", "per": "人均或户均", "flow": "新增或累计", "plan": "计划或实际",
    "order": "第几次", "state": "前后", "part": "其中", "edge": "期初期末", "direction": "方向", "method": "计算口径", "level": "层级",
    "scheme": "险种或救助项目", "season": "季节", "age": "年龄段", "people": "人群",
}  # fmt: skip


def nonfact(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Remarks, row counters and signatures are never equal, not even to themselves."""
    if a.nonfact or b.nonfact:
        word = a.text if a.nonfact else b.text
        return distinct("form", _("“{word}”不是可以复用的事实，每张表各填各的。").format(word=word))
    return None


def dimension(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Money is not a head count."""
    one, other = _dimension(a), _dimension(b)
    if one is None or other is None or _agree(one, other):
        return None
    if (
        {one, other} <= _COUNTS - {"persons", "households"}
        and a.concept is not None
        and a.concept == b.concept
    ):
        return None  # 钢瓶数(只) and 钢瓶数(个) count the same things
    if _per_said(a, b) or _per_said(b, a):
        return None
    if other.startswith(f"{one}/"):
        a, b = b, a
        one, other = other, one
    if one.startswith(f"{other}/") and (a.concept, a.rest) == (b.concept, b.rest):
        return unsure(
            "unit", _("一边是每份的量（{a}），一边没写按什么计（{b}）。").format(a=_shown(a), b=_shown(b))
        )
    return distinct("unit", _("计量的东西不同：{a}与{b}。").format(a=_shown(a), b=_shown(b)))


def _per_said(one: Slots, other: Slots) -> bool:
    """扶助金(元/月) beside 月扶助金(元): the other label says per what."""
    if one.unit is None or other.unit is None or "/" not in one.unit.symbol:
        return False
    over, *under = one.unit.symbol.split("/")
    return over == other.unit.symbol and all(word in other.text for word in under)


def _dimension(slots: Slots) -> str | None:
    return slots.unit.dimension if slots.unit else slots.dimension


def _agree(one: str, other: str) -> bool:
    return one == other or ("count" in (one, other) and bool(_COUNTS & {one, other}))


def _shown(slots: Slots) -> str:
    return slots.unit.symbol if slots.unit else slots.text


def qualifiers(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """户籍 is not 常住, 应 is not 已, 新增 is not 累计; the title's population and scheme count for totals."""
    one, other = _effective(a, b), _effective(b, a)
    if one == other:
        return None
    if _residents(a, b, one, other):
        return unsure("population", _("一边没写是户籍人口还是常住人口。"))
    names = {name for name, _value in one ^ other}
    slot = sorted(names)[0]
    said = {name for name, _value in a.qualifiers | b.qualifiers}
    words = "、".join(sorted(value for _name, value in one ^ other))
    if not names & said and not (a.context and b.context):
        return unsure(slot, _("只有一边的标题写了“{words}”。").format(words=words))
    return distinct(slot, _("{slot}不同：{words}。").format(slot=_NAMES.get(slot, slot), words=words))


def _residents(
    a: Slots, b: Slots, one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]
) -> bool:
    """A household's 人口 may be its registered or its resident members."""
    more = one ^ other
    plain = len(more) == 1 and more <= {("population", "户籍"), ("population", "常住")}
    return plain and a.concept == b.concept and a.group == b.group == "household" and a.listing != b.listing


def _effective(slots: Slots, other: Slots) -> frozenset[tuple[str, str]]:
    said = {name for name, _value in slots.qualifiers}
    found = slots.qualifiers | {(name, value) for name, value in slots.title if name not in said}
    if any(_old(value) for name, value in found if name == "age"):
        found -= {("people", "老年人")}
    if _dated_edge(other) or all(name != "edge" for name, _value in found):
        return found
    return found - _default_edge(slots)


def _old(age: str) -> bool:
    """An age from sixty on says by itself that old people are meant."""
    return int(age[: len(age) - len(age.lstrip("0123456789"))] or 0) >= 60


def _dated_edge(slots: Slots) -> bool:
    return any(name == "edge" for name, _value in slots.qualifiers)


def _default_edge(slots: Slots) -> frozenset[tuple[str, str]]:
    """A stock in a year's form is that of the year's end, unless something else is said."""
    time = slots.time if slots.time.known else slots.period
    ends = {("edge", "期末")} | ({("edge", "年末")} if time.year and not time.part else set())
    return frozenset(ends | ({("edge", "月末")} if time.part.startswith("M") else set()))


def total(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """合计利息 beside 利息: mostly the same, but a table may hold both."""
    if (
        a.total == b.total
        or (a.concept, a.rest) != (b.concept, b.rest)
        or "aggregate" in (a.group, b.group)
        or (_sums(a, lexicon) and _sums(b, lexicon))
        or _one_record(a, b)
    ):
        return None
    return unsure("statistic", _("一边是合计，一边没写是不是合计。"))


def _one_record(a: Slots, b: Slots) -> bool:
    """Each organisation has one line in its own form, so 返还总额 and 返还额 are one figure there."""
    kinds = ("organisation", "place")
    return (
        a.group in kinds
        and b.group in kinds
        and a.listing != b.listing
        and None not in (a.listing, b.listing)
    )


def _sums(slots: Slots, lexicon: Lexicon) -> bool:
    return read_title(slots.listing, lexicon).totals


def representation(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """One property in two forms that do not follow from each other."""
    if a.text == b.text and a.width and b.width and a.width != b.width:
        return unsure("form", _("位数不同：{a}与{b}。").format(a=a.width, b=b.width))
    if a.form is None or b.form is None or a.form == b.form or _same_kind(a.form, b.form):
        return None
    if a.concept is None or a.concept != b.concept or a.rest != b.rest:
        return None
    return unsure(
        "form", _("同一内容，填法不同：一边{a}，一边{b}。").format(a=_form_name(a.form), b=_form_name(b.form))
    )


def _same_kind(one: str, other: str) -> bool:
    kinds = (
        {"integer", "number"},
        {"text", "code"},
        {"date", "time"},
        {"text", "id_number"},
        {"text", "phone"},
    )
    return any({one, other} <= kind for kind in kinds)


def _form_name(form: str) -> str:
    return {
        "yesno": _("填是否"), "code": _("选类别"), "date": _("填日期"), "month": _("填年月"), "year": _("填年份"), "time": _("填时间"),
        "photo": _("交照片"), "text": _("写文字"), "integer": _("填数"), "number": _("填数"),
    }.get(form, form)  # fmt: skip
