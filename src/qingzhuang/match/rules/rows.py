"""Counting and adding the rows of a list, for the same population and period (policy line 3)."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable, distinct
from qingzhuang.match.rules.counted import said, whole
from qingzhuang.match.rules.derive import stem
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.folding import plain_people
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title

_LADDER = ("网格", "村", "乡镇", "区县")
_LEVELS = ("村社区", "镇乡街道办", "县市区旗")
_CLASSES = ("班级", "学校")
_COUNTED = re.compile(r"(?:总?人数|总?户数|总?人口数?|总数|数量?)$")
_AGE = re.compile(r"岁|年龄")
_AGES = ("岁以上", "岁以下", "岁")
_WHO = ("people", "population", "scheme", "sex", "age")
_UNIT_OF_LIST = re.compile(r"^(?:党支部|支部|党委|党总支|村|社区|学校)(?=..)")
_SINGLE = ("resident", "household", "organisation", "place", "thing", "role")


def count(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A list of 低保对象 gives the number of 低保对象 in the same period."""
    if not _aggregate(b) or not _covers(a, b, lexicon) or not _marks(a, b, lexicon):
        return None
    if not (_same_people(a, b, lexicon) or _names_all(a, b, lexicon)) or not _counts_all(a, b, lexicon):
        return None
    return derivable(
        "rows.count", _("数一数{a}那张名册的行数就得{b}。").format(a=a.text, b=b.text), "statistic"
    )


def _counts_all(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The rows of a column that tells ages are counted by age; others only where the figure counts all that is listed."""
    return (a.concept in lexicon.derivations.age_marks and _AGE.search(said(b)) is not None) or whole(
        a, b, lexicon
    )


def marked(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A column 是否低保 in a list of everybody gives the number of 低保 people in the same period."""
    if a.form != "yesno" or a.group != "resident" or not _aggregate(b) or b.dimension != "persons":
        return None
    word = stem(a, lexicon)
    if (
        len(word) < 2
        or word != plain_people(_COUNTED.sub("", b.text))
        or a.period != b.period
        or a.listed - b.listed
    ):
        return None
    if not _covers(a, b, lexicon):
        return None
    return derivable(
        "rows.count_if", _("数一数{a}填“是”的行就得{b}。").format(a=a.text, b=b.text), "statistic"
    )


def _marks(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether a's column counts rows of what b counts: people, or households by their heads."""
    known = lexicon.derivations
    if a.group == "household":
        return b.dimension == "households" and a.role in ("", "户主") and a.concept in known.row_marks
    if a.group not in ("resident", "role") or b.dimension not in ("persons", "count"):
        return False
    by_age = a.concept in known.age_marks and any(name == "age" for name, _value in b.qualifiers)
    own = a.role in ("", a.entity) and (not a.rest or a.rest in b.text)
    return own and (by_age or a.concept in known.row_marks)


def total(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Amounts of single rows add up to the total of the same population and period."""
    if not (_finer(a, b) and a.quantity and b.quantity):
        return None
    if not a.dimension or a.dimension != b.dimension or a.dimension in ("percent", "years_of_age"):
        return None
    if not _one_amount(a, b, lexicon) or a.role != b.role or not _covers(a, b, lexicon):
        return None
    if not _same_list(a, b, lexicon):
        return None
    if any(name in ("per", "method") for name, _value in a.qualifiers ^ b.qualifiers):
        return None
    return derivable("rows.sum", _("把{a}逐行加起来就得{b}。").format(a=a.text, b=b.text), "statistic")


def _one_amount(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The same amount, or what single rows are paid and the sum paid out."""
    if (a.concept, a.rest) == (b.concept, b.rest):
        return True
    paid = lexicon.derivations.paid
    return (
        a.concept in paid
        and b.concept == "payment.amount"
        and not a.rest
        and b.rest in ("", "低保金", "资金")
    )


def place(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Totals of two villages, each in its own form, are two facts."""
    if not (_aggregate(a) and _aggregate(b)) or (a.concept, a.rest) != (b.concept, b.rest):
        return None
    one, other = (read_title(each.listing, lexicon).place for each in (a, b))
    if not one or not other or one == other or _level(one) != _level(other) or _level(one) != _row_level(a):
        return None
    return distinct("subject", _("不是同一个地方：{a}与{b}。").format(a=one, b=other))


def _covers(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether a's list is of the place that b's figure is about: not another village, not one village of a town."""
    one, other = (read_title(each.listing, lexicon).place for each in (a, b))
    if not one:
        return True
    if _row_level(b) >= 0 and _level(one) >= 0 and _level(one) < _row_level(b):
        return False
    return not other or one == other or _level(one) < _level(other)


@lru_cache(maxsize=16384)
def _level(place: str) -> int:
    """0 village, 1 town, 2 county; -1 unknown."""
    return next((level for level, ends in enumerate(_LEVELS) if place.endswith(tuple(ends))), -1)


def _row_level(slots: Slots) -> int:
    return _LADDER.index(slots.entity) - 1 if slots.entity in _LADDER else -1


def _names_all(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """监测户花名册 lists what 监测户数 counts, in the same period."""
    if a.period != b.period or (b.time.known and b.time != b.period) or b.qualifiers - a.listed:
        return False
    counted = plain_people(_COUNTED.sub("", b.text)) or b.text
    listed = plain_people(_UNIT_OF_LIST.sub("", read_title(a.listing, lexicon).listed))
    return len(counted) > 1 and counted == listed


def members(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The listed members of a household give its size."""
    if a.role != "家庭成员" or a.concept not in lexicon.derivations.row_marks:
        return None
    if b.concept not in lexicon.derivations.household_counts or b.role or b.qualifiers or b.rest:
        return None
    return derivable("rows.count", _("数一数家庭成员就得{b}。").format(b=b.text), "statistic")


def _finer(a: Slots, b: Slots) -> bool:
    """Single rows under any total; villages under townships, and so on up."""
    if (a.entity, b.entity) == _CLASSES:
        return True
    if a.group in _SINGLE:
        return _aggregate(b) and b.entity not in _CLASSES
    levels = [_LADDER.index(each.entity) if each.entity in _LADDER else -1 for each in (a, b)]
    return 0 <= levels[0] < levels[1]


def _same_list(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The same population, or totals of one series of forms, in the same period."""
    if _aggregate(a) and a.series is not None and a.series == b.series:
        return a.period == b.period and a.time == b.time and a.title == b.title
    one, other = (read_title(each.listing, lexicon) for each in (a, b))
    if one.series and one.series == other.series and one.place == other.place:
        return a.period == b.period and not (b.time.known and b.time != b.period) and a.listed == b.listed
    return _same_people(a, b, lexicon) or _names_all(a, b, lexicon)


def _aggregate(slots: Slots) -> bool:
    return slots.group == "aggregate"


def _same_people(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The same population and period: both named, none contradicted."""
    if a.period != b.period or (b.time.known and b.time != b.period):
        return False
    listed, counted = _population(a), _population(b)
    if a.concept in lexicon.derivations.age_marks:
        counted = frozenset(word for word in counted if not word.endswith(_AGES) or word in listed)
    named = all(any(word in other for other in counted) or word in b.text for word in listed)
    return bool(listed) and named and all(any(word in other for other in listed) for word in counted)


def _population(slots: Slots) -> frozenset[str]:
    """Who is listed or counted, without the words that only say "people": 低保对象 → 低保."""
    pairs = slots.listed | slots.qualifiers
    return frozenset(plain_people(value) for name, value in pairs if name in _WHO)
