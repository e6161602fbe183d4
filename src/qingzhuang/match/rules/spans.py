"""What a day or a span of days tells: 住院起止日期 → 住院天数, 入会时间 → 会龄, 领取日期 → 领取季度, 证书有效期至 → 证书是否有效."""

import re
from dataclasses import replace
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.gist import one_sided
from qingzhuang.match.wording.slots import Slots

_SPAN = re.compile(r"\(?起[止讫](?:时间|日期|年月|日)?\)?|期限\(起止\)|起止")
_LENGTH = re.compile(
    r"(?P<what>天数|日数|时长|时数|小时数|用时|月数|年限|年数|期限|周数)(?:\((?:年|月|天)\))?$"
)
_UNITS = {"天数": "days", "日数": "days", "时长": "hours", "时数": "hours", "小时数": "hours", "用时": "minutes", "月数": "months", "年限": "years", "年数": "years", "期限": "months", "周数": "weeks"}  # fmt: skip
_END = re.compile(r"(?:到期|截止|终止|结束|届满|期满|止)(?:日期|时间|年月|日)?$|(?:有效期|期限)(?:至|止)$")
_START = re.compile(r"(?:开始|起始|起租|起)(?:日期|时间|年月|日)$")
_DAY = re.compile(r"(?:年月日|日期|时间|年月|年份|年度|日)$")
_PARTS = re.compile(r"(?P<part>年度|年份|月份|季度|学期|星期几|星期|周几|旬|年月|日期)$")
_FINE = {
    "年度": 0,
    "年份": 0,
    "学期": 1,
    "季度": 1,
    "月份": 2,
    "年月": 2,
    "旬": 3,
    "星期几": 3,
    "星期": 3,
    "周几": 3,
    "日期": 4,
}
_FORMULAS = {"年度": "date.year", "年份": "date.year", "学期": "date.term", "季度": "date.quarter", "月份": "date.month", "年月": "date.month", "旬": "date.ten_days", "星期几": "date.weekday", "星期": "date.weekday", "周几": "date.weekday", "日期": "datetime.date"}  # fmt: skip
_SIZES = {"year": 0, "month": 2, "date": 4, "time": 5}
_IDLE = re.compile(r"[的了]|自|批准|使用|设置|所在|本次|现")
_AGES = {
    "会龄": ("入会",), "团龄": ("入团", "加入共青团"), "党龄": ("入党", "转正"), "房龄": ("建成", "竣工", "建造", "建房"), "楼龄": ("建成", "竣工"),
    "工龄": ("参加工作", "入职", "上岗"), "军龄": ("入伍", "参军"), "婚龄": ("结婚", "登记"), "车龄": ("注册登记", "登记", "购车"), "月龄": ("出生",), "日龄": ("出生",),
    "司龄": ("入职",), "树龄": ("栽植", "种植"), "林龄": ("造林", "栽植"), "教龄": ("从教", "任教"), "驾龄": ("初次领证", "领证"), "龄": (),
}  # fmt: skip
_OF_AGE = re.compile(
    r"年龄$|适龄|育龄|超龄|新生儿|成年|未成年|婴幼儿|高龄|老年|学龄|\d+周?岁|年龄段|月龄|百岁|退休年龄"
)
_BIRTHS = ("person.birth", "person.birth_month", "person.id_no", "person.age")
_OVER = re.compile(r"过期|到期|逾期|失效|有效|超期|届满|期满|临期|超过?(?:设计)?使用年限")
_RUNS = re.compile(r"(?<!失)(?<!无)有效(?!期(?:已过|届满))|(?<!未)在(?:有效)?期")
_LIMIT = re.compile(r"到期|有效期|截止|终止|失效|保质期|期限|届满|下次检验|检验有效|制造|出厂|合格期")
# What begins and ends a span that has words of its own.
_TURNS = (
    (("住院",), ("入院",), ("出院",)),
    (("服役",), ("入伍", "参军"), ("退役", "退伍")),
    (("就读", "在校", "学习"), ("入学",), ("毕业", "离校")),
    (("施工", "建设"), ("开工", "动工"), ("竣工", "完工")),
    (("任职", "聘任"), ("上任", "任职", "受聘"), ("离任", "卸任", "免职")),
    (("用工", "在职"), ("入职", "上岗"), ("离职", "离岗")),
)
AGES_OF = {"车龄": "车", "树龄": "树", "房龄": "房", "楼龄": "楼"}  # of a thing, whatever form asks its day
_LEASE = re.compile(r"合同|租赁|承租|出租|租期|承包|流转|协议")
_TESTED = re.compile(r"(?:定期)?(?:检验|年检|年审|检测|检定|校验|审验)")
_HOUSES = ("organisation", "place", "aggregate")
_PEOPLE = ("resident", "household", "role")
_STEM = re.compile(r"起[止讫]|(?:时间|日期|年月日|年月|月份|年份|年度|年限|年数|天数|时长)|\([^()]*\)")
_DAYS = ("date", "month", "year", "time", None, "text")


def days(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Whatever a day or a span of days tells of another column, or of the same paper's in another form."""
    if a.quantity or a.nonfact or b.nonfact or a.listing is None or b.listing is None:
        return None
    if a.listing == b.listing:
        found = _span(a, b) or _clock(a, b) or _part(a, b) or _age(a, b)
    elif _one_person(a, b):
        found = _span(a, b) or _part(a, b) or _age(a, b)
    else:
        found = _of_thing(a, b, lexicon) if "起" in a.text or b.text.endswith("龄") else None
    return found or _over(a, b, lexicon)


def _one_person(a: Slots, b: Slots) -> bool:
    """In two lists of people what is said in the same words is the same person's: 服役起止时间 → 服役年限."""
    if not a.group == b.group == "resident" or a.role != b.role:
        return False
    if a.concept in _BIRTHS:
        return not a.role and b.form == "yesno" and not re.search(r"\d", b.text)
    said = _stem(a.text)
    return len(said) > 1 and (said == _stem(b.text) or _turn(said, b.text) is not None)


def _of_thing(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """注册登记日期 of a vehicle gives its 车龄 in another office's form."""
    whose = AGES_OF.get(b.text[-2:])
    if whose is not None:
        return _age(a, b) if whose in f"{a.text}{a.rest}{a.listing}" and a.role == b.role else None
    return _lease(a, b, lexicon)


def _lease(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Two offices' lists of contracts: 租赁期限(起止日期) gives 合同起始日期 and 合同是否到期."""
    if not (_LEASE.search(a.text) and _LEASE.search(b.text + (b.listing or ""))) or a.role != b.role:
        return None
    if a.group in _PEOPLE or b.group in _PEOPLE or not topic(a, lexicon) & topic(b, lexicon):
        return None
    both = a.text if _LEASE.search(b.text) else ""
    return _span(
        replace(a, text=_LEASE.sub("", both)) if both else a, replace(b, text=_LEASE.sub("", b.text))
    )


def _turn(what: str, text: str) -> str | None:
    """住院 begins with 入院 and ends with 出院."""
    for spans, starts, ends in _TURNS:
        if what in spans:
            day = _DAY.sub("", text)
            return "span.start" if day in starts else "span.end" if day in ends else None
    return None


@lru_cache(maxsize=65536)
def _stem(text: str) -> str:
    return _STEM.sub("", text)


def _clock(a: Slots, b: Slots) -> Outcome | None:
    """Where a form asks 签收日期 beside 签收时间, the latter has a clock."""
    stem = a.text.removesuffix("时间")
    if stem == a.text or b.text != f"{stem}日期":
        return None
    return derivable("datetime.date", _("“{b}”比“{a}”粗，截短即得。").format(a=a.text, b=b.text), "form")


def _span(a: Slots, b: Slots) -> Outcome | None:
    """A span gives its length, its ends, and whether it is over."""
    found = _SPAN.search(a.text)
    if found is None or _SPAN.search(b.text):
        return None
    what = _idle(a.text[: found.start()])
    formula = _of_span(b, what)
    why = _("{b}可由{a}推算。").format(a=a.text, b=b.text)
    return derivable(formula, why) if formula else None


def _of_span(b: Slots, what: str) -> str | None:
    if length := _LENGTH.search(b.text):
        return f"span.{_UNITS[length['what']]}" if _near(_idle(b.text[: length.start()]), what) else None
    if b.form == "yesno":
        return _ended("span", b.text) if _OVER.search(b.text) else None
    if (turn := _turn(what, b.text)) is not None:
        return turn
    for pattern, formula in ((_END, "span.end"), (_START, "span.start")):
        if (edge := pattern.search(b.text)) and _near(_idle(b.text[: edge.start()]), what):
            return formula
    return None


def _idle(text: str) -> str:
    text = re.sub(r"(?:有效期|期限|年限|轨迹|时间)$", "", text)
    return _IDLE.sub("", text)


def _near(one: str, other: str) -> bool:
    """One says no more than the other, or they share two characters side by side."""
    if not one or not other or one_sided(one, other):
        return True
    if max(len(one), len(other)) < 3 and one[0] == other[0]:
        return True  # 租赁 and 租
    return any(one[start : start + 2] in other for start in range(len(one) - 1))


def _part(a: Slots, b: Slots) -> Outcome | None:
    """领取日期 gives 领取季度, 值班日期 the 星期几; 签收时间 of an event gives 签收日期."""
    found = _PARTS.search(b.text)
    day = _DAY.search(a.text)
    if found is None or day is None or a.text == b.text:
        return None
    size = _SIZES.get(a.form or "", 4 if day.group() in ("日期", "时间", "日") else -1)
    if size <= _FINE[found["part"]] or (found["part"] == "日期" and a.form != "time"):
        return None
    one, other = _idle(a.text[: day.start()]), _idle(b.text[: found.start()])
    if not (other and one_sided(one, other) and len(other) <= len(one)) and not (
        not other and found["part"] in ("星期几", "星期", "周几")
    ):
        return None
    return derivable(
        _FORMULAS[found["part"]], _("“{b}”比“{a}”粗，截短即得。").format(a=a.text, b=b.text), "form"
    )


def _age(a: Slots, b: Slots) -> Outcome | None:
    """入会时间 gives 会龄 on the filling date, 出生日期 whether somebody is of an age."""
    if a.form not in ("date", "month", "year", "time", "id_number", None):
        return None
    why = _("{b}可由{a}推算。").format(a=a.text, b=b.text)
    if a.concept in _BIRTHS or a.text.endswith(("出生日期", "出生年月", "出生时间")):
        told = _OF_AGE.search(b.text) and (
            b.form == "yesno" or (b.text.endswith(("龄", "年龄段", "日期")) and a.role == b.role)
        )
        return derivable("birth.age_mark", why) if told else None
    for word, starts in _AGES.items():
        if b.text.endswith(word) and any(start in a.text for start in starts):
            return derivable("date.years", why)
    return derivable("date.years", why) if _since(a, b) else None


def _since(a: Slots, b: Slots) -> bool:
    """任职起始年月 gives 任现职年限, 注册成立日期 whether that was within three years."""
    if _LIMIT.search(a.text) or a.form not in ("date", "month", "year", "time"):
        return False
    length = re.search(r"(?:年限|年数|总年数)$", b.text)
    what = _idle(_DAY.sub("", re.sub(r"(?:起始|开始|聘任|担任)", "", a.text)))
    if length:
        return bool(what) and _near(_idle(b.text[: length.start()]), what)
    asked = re.search(
        r"是否(.*?)(?:满?[\d一二三四五六七八十]{1,4}年(?:底)?(?:前|后|内|以[前后内])|满\d+年)(.*)", b.text
    )
    return bool(asked) and bool(what) and _near((asked[1] + asked[2]) if asked else "", what)


def _over(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """许可证到期日期 tells 许可证是否有效, 下次检验日期 是否超期未检."""
    if b.form != "yesno" or not _OVER.search(b.text) or not _LIMIT.search(a.text):
        return None
    if (
        a.quantity
        or a.form not in _DAYS
        or (a.role in lexicon.roles and a.role != b.role)
        or not (a.listing and b.listing)
    ):
        return None
    asked, limit = _asked(b.text), _limit(a.text)
    if asked and not _near(asked, limit):
        return None
    if a.listing != b.listing and (not asked or _of_house(a, b)):
        return None
    return derivable(_ended("day", b.text), _("填了{a}就知道{b}。").format(a=a.text, b=b.text))


def _asked(text: str) -> str:
    return _TESTED.sub("检", re.sub(r"是否|已|未|在|期内|期", "", _OVER.sub("", text)))


def _limit(text: str) -> str:
    return _TESTED.sub("检", re.sub(r"有效期|日期|期限|至", "", text))


def over_of(b: Slots) -> frozenset[str]:
    """Of what a yes/no asks whether it is over: 检 of 年检是否有效, two characters side by side of other words."""
    return _words(_asked(b.text)) if _OVER.search(b.text) else frozenset()


def limit_of(a: Slots) -> frozenset[str]:
    """What ends on a day, in the same words."""
    return _words(_limit(a.text)) if _LIMIT.search(a.text) else frozenset()


def _words(text: str) -> frozenset[str]:
    pairs = {text[start : start + 2] for start in range(len(text) - 1)}
    return frozenset(pairs | ({"检"} if "检" in text else set()))


def span_of(a: Slots) -> frozenset[str]:
    """What a span is of: a contract, or something that has words of its own for beginning and end."""
    if not _SPAN.search(a.text):
        return frozenset()
    return _events(a.text, 0) | ({"合同"} if _LEASE.search(a.text) else set())


def edge_of(b: Slots) -> frozenset[str]:
    """What a column asks the beginning, the end or the length of."""
    found = _events(_DAY.sub("", b.text), 1) | _events(_DAY.sub("", b.text), 2)
    leased = (_START.search(b.text) or _END.search(b.text) or _OVER.search(b.text)) and _LEASE.search(
        b.text + (b.listing or "")
    )
    return found | ({"合同"} if leased else set())


def _events(text: str, at: int) -> frozenset[str]:
    return frozenset(each[0][0] for each in _TURNS if any(word in text for word in each[at]))


def _of_house(a: Slots, b: Slots) -> bool:
    """健康证有效期至 of each of the staff does not tell whether the school's certificate is valid."""
    return any(one.group in _PEOPLE and other.group in _HOUSES for one, other in ((a, b), (b, a)))


def _ended(what: str, asked: str) -> str:
    """是否有效 asks whether it still runs, 是否过期 whether it is over."""
    return f"{what}.valid" if _RUNS.search(asked) else f"{what}.past"
