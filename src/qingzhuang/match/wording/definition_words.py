"""Definitions in words: what one says, facet by facet."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from qingzhuang.language import gettext as _
from qingzhuang.model.definition import Ages, Definition, Moment


def in_words(definition: Definition) -> str:
    """What a definition says as data, in the order of its facets."""
    return "；".join(facet(definition, name) for name in definition.said)


def facet(definition: Definition, name: str) -> str:
    """One facet in words; what is not said is told so."""
    value = getattr(definition, name)
    return _("没写") if value in (None, ()) else _WORDS[name](value)


def ages(rule: Ages) -> str:
    """60周岁及以上, 16至59周岁."""
    unit = _("虚岁") if rule.nominal else _("周岁")
    if rule.low is not None and rule.high is not None:
        return _("{low}至{high}{unit}").format(low=rule.low, high=rule.high, unit=unit)
    if rule.low is not None:
        return _("{low}{unit}及以上").format(low=rule.low, unit=unit)
    return _("不满{high}{unit}").format(high=(rule.high or 0) + 1, unit=unit)


def day(moment: Moment) -> str:
    """12月31日, 2026年6月30日, 上年12月31日, 报告期末."""
    if moment.named:
        return _named(moment.named)
    year = _("{year}年").format(year=moment.year) if moment.year else _("上年") if moment.ago == 1 else ""
    return year + _("{month}月{day}日").format(month=moment.month, day=moment.day)


def _named(name: str) -> str:
    words = {
        "quarter_end": _("季末"),
        "month_end": _("月末"),
        "filling_day": _("填报当天"),
        "school_year_start": _("学年初"),
        "school_year_end": _("学年末"),
        "term_start": _("学期初"),
        "term_end": _("学期末"),
    }
    return words.get(name, _("报告期末"))


def _list(words: tuple[str, ...]) -> str:
    return "、".join(words)


_WORDS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "population": lambda value: _("按{population}人口").format(population=value),
        "lived": lambda value: _("住满{count}个月").format(count=value),
        "away": lambda value: _("离开满{count}个月").format(count=value),
        "ages": ages,
        "as_of": lambda value: _("时点{day}").format(day=day(value)),
        "span": lambda value: _("{first}至{last}").format(first=day(value[0]), last=day(value[1])),
        "scope": lambda value: _("范围：本{scope}").format(scope=value),
        "basis": lambda value: _("按{basis}口径").format(basis=value),
        "only": lambda value: _("只算{words}").format(words=_list(value)),
        "includes": lambda value: _("含{words}").format(words=_list(value)),
        "excludes": lambda value: _("不含{words}").format(words=_list(value)),
        "unit": lambda value: _("单位{unit}").format(unit=value),
        "decimals": lambda value: _("保留{count}位小数").format(count=value) if value else _("取整数"),
    }
)
