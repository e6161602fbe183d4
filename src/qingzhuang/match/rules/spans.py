"""What a day or a span of days tells: 住院起止日期 → 住院天数, 入会时间 → 会龄, 领取日期 → 领取季度, 证书有效期至 → 证书是否有效."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.gist import one_sided
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.slots import Slots

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
_STEM = re.compile(r"起[止讫]|(?:时间|日期|年月日|年月|月份|年份|年度|年限|年数|天数|时长)|\([^()]*\)")
_DAYS = ("date", "month", "year", "time", None, "text")


def days(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Whatever a day or a span of days tells of another column, or of the same paper's in another form."""
    if a.quantity or a.nonfact or b.nonfact or a.listing is None or b.listing is None:
        return None
    if a.listing == b.listing:
        found = _span(a, b) or _clock(a, b) or _part(a, b) or _age(a, b)
    else:
        found = (_span(a, b) or _part(a, b) or _age(a, b)) if _one_person(a, b) else None
    return found or _over(a, b, lexicon)


def _one_person(a: Slots, b: Slots) -> bool:
    """In two lists of people what is said in the same words is the same person's: 服役起止时间 → 服役年限."""
    if not a.group == b.group == "resident" or a.role != b.role:
        return False
    if a.concept in _BIRTHS:
        return not a.role and b.form == "yesno" and not re.search(r"\d", b.text)
    said = _stem(a.text)
    return len(said) > 1 and said == _stem(b.text)


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
    asked = re.sub(r"是否|已|未检|在|期内|期", "", _OVER.sub("", b.text))
    limit = re.sub(r"有效期|日期|期限|至", "", a.text)
    if asked and not _near(asked, limit):
        return None
    if a.listing != b.listing and not asked:
        return None
    return derivable(_ended("day", b.text), _("填了{a}就知道{b}。").format(a=a.text, b=b.text))


def _ended(what: str, asked: str) -> str:
    """是否有效 asks whether it still runs, 是否过期 whether it is over."""
    return f"{what}.valid" if _RUNS.search(asked) else f"{what}.past"
