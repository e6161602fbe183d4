"""Days and spans of counting: 截至12月31日, 以2026年6月30日为准, 统计时点为上年末, 1月1日至12月31日."""

import re

from qingzhuang.intake.definitions.numbers import DIGITS, number
from qingzhuang.model.definition import Moment

_YEAR = r"(?:(?P<year{n}>(?:19|20)\d\d)年?|(?P<rel{n}>本|当|今|上|去|前|报告|统计|填报)(?:一)?年(?:度)?)?"
_DAY = _YEAR + r"(?P<month{n}>{d})月(?P<day{n}>{d})[日号]"
_DOTTED = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_END = _YEAR.replace("{n}", "e{n}") + r"(?P<end{n}>(?<!学)年末|(?<!学)年底|末|底)"
_NAMED = r"(?P<named{n}>(?:本|每|新)?学(?:年|期)(?:初|末|底)|(?:报告|统计|本)期末|(?:本|每|各|当)?季(?:度)?末|(?:本|每|当)?月(?:末|底)|(?:填报|填表|报送|上报)(?:之|当)?日)"
_MOMENT = rf"(?:{_DAY}|{_NAMED}|{_END})"
_ONE = re.compile(_MOMENT.format(n=1, d=DIGITS))
_LEAD = re.compile(
    r"(?:截[至止]到?|(?:统计|调查|填报|数据|普查)?(?:标准)?时点(?:统一)?(?:[为是以按：:]|定为|定在)?|(?:统计|数据|调查)(?:时间|日期)(?:统一)?(?:[为是以按：:]|截[至止])*|以|按照?|为)(?:到|在|于)?$"
)
_BEHIND = re.compile(
    r"^(?:\d{1,2}[时点]|[零0]时|二十四时|24[时点])?(?:\d{2}分)?(?:的?(?:数据|数字|情况|实有数?|在册数?|人数|数|时点))?(?:为准|为时点|为统计时点|为截止日|为界|止|时点|(?:的?(?:实有|在册|时点|年末|期末)数))"
)
_BORN = re.compile(r"^.{0,6}(?:出生|以前出生|之前出生|前出生)")
_DATED = re.compile(r"(?:填报|填表|报送|上报|制表|印发|发文)(?:日期|时间)[：:]?$|(?:前|之前)$|于$")
_SPAN = re.compile(rf"{_DAY.format(n=1, d=DIGITS)}(?:起)?(?:至|到|-|—|~|～)+{_DAY.format(n=2, d=DIGITS)}")
_MONTHS = re.compile(r"(?P<first>1?\d)月?(?:-|—|~|～|至|到)+(?P<last>1?\d)月")
_SCHOOL = re.compile(r"学[年期][初末底][（(](\d{1,2}月\d{1,2}日)[)）]")
"""The day in brackets tells it better."""
_AGO = {"上": 1, "去": 1, "前": 2}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def as_of(text: str) -> Moment | None:
    """Return the day on which is counted; None when the sentence names none for that, or two."""
    text = _SCHOOL.sub(r"\1", _DOTTED.sub(r"\1年\2月\3日", text))
    bare = _SPAN.sub("", text)
    found = [
        moment
        for each in _ONE.finditer(bare)
        if _counts(bare[: each.start()], bare[each.end() :], each) and (moment := _moment(each, 1))
    ]
    return found[0] if len(set(found)) == 1 else None


def span(text: str) -> tuple[Moment, Moment] | None:
    """Return the first and last day of what is added up; None when the sentence names none."""
    if found := _SPAN.search(_DOTTED.sub(r"\1年\2月\3日", text)):
        first, last = _moment(found, 1), _moment(found, 2)
        return (first, last) if first and last else None
    months = _MONTHS.search(text) if re.search(r"累计|发生额|期间|报告期|合计数", text) else None
    if months is None:
        return None
    begin, end = int(months["first"]), int(months["last"])
    return (Moment(begin, 1), Moment(end, _LENGTHS[end - 1])) if 1 <= begin <= end <= 12 else None


def _counts(before: str, behind: str, found: re.Match[str]) -> bool:
    """Whether a day is one of counting: 截至 before it, or 为准 behind it; not when somebody was born or when to hand in."""
    if _BORN.match(behind) or _DATED.search(before) or behind.startswith(("前", "之前", "以前", "起")):
        return False
    named = found["named1"] is not None or found["end1"] in ("年末", "年底")
    if behind.startswith(("在册", "实有", "在读", "在校", "在岗")):
        return True
    return bool(
        _LEAD.search(before) or _BEHIND.match(behind) or (named and behind.startswith(("数", "实有", "在册")))
    )


def _moment(found: re.Match[str], n: int) -> Moment | None:
    groups = found.groupdict()
    if name := groups.get(f"named{n}"):
        return Moment(named=_name(name))
    if end := groups.get(f"end{n}"):
        return _year_end(end, groups[f"yeare{n}"], groups[f"rele{n}"])
    ago, year = _AGO.get(groups[f"rel{n}"] or "", 0), groups[f"year{n}"]
    month, day = number(groups[f"month{n}"] or ""), number(groups[f"day{n}"] or "")
    if (
        month is None
        or day is None
        or not (1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1] + (month == 2))
    ):
        return None
    return Moment(month, day, int(year) if year else None, ago)


def _year_end(end: str, year: str | None, relative: str | None) -> Moment | None:
    """年末; 末 and 底 alone only behind a year."""
    if end in ("末", "底") and not year and not relative:
        return None
    return Moment(12, 31, int(year) if year else None, _AGO.get(relative or "", 0))


def _name(word: str) -> str:
    if "学" in word:
        return f"{'term' if '期' in word else 'school_year'}_{'start' if word.endswith('初') else 'end'}"
    if "季" in word:
        return "quarter_end"
    if "月" in word:
        return "month_end"
    return "filling_day" if word.endswith("日") else "period_end"
