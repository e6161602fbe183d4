"""How figures read in Chinese."""

from datetime import date, datetime

from qingzhuang.language import gettext as _
from qingzhuang.language import later


def number(value: float) -> str:
    """A whole number with thousands separators."""
    return f"{value:,.0f}"


def duration(minutes: float) -> str:
    """Minutes under an hour as 42 分, above as 19 小时 06 分, from a hundred hours on as whole hours."""
    whole = round(minutes)
    if whole < 60:
        return _("{minutes} 分").format(minutes=whole)
    if whole >= 6000:
        return _("{hours} 小时").format(hours=number(whole / 60))
    return _("{hours} 小时 {minutes:02d} 分").format(hours=whole // 60, minutes=whole % 60)


def average(minutes: float) -> str:
    """A share of minutes: under one as 18 秒, under ten with a tenth where there is one, above as a duration."""
    if 0 < minutes < 59.5 / 60:
        return _("{seconds} 秒").format(seconds=max(1, round(minutes * 60)))
    tenths = round(float(minutes), 1)
    if 1 <= tenths < 10 and not tenths.is_integer():
        return _("{minutes} 分").format(minutes=tenths)
    return duration(minutes)


def day(value: date) -> str:
    """A date as 2026 年 11 月 24 日."""
    return _("{year} 年 {month} 月 {day} 日").format(year=value.year, month=value.month, day=value.day)


def month(value: str) -> str:
    """A month of a calendar, kept as 2026-12, as 2026 年 12 月."""
    year, _dash, of_year = value.partition("-")
    return _("{year} 年 {month} 月").format(year=int(year), month=int(of_year))


_WEEKDAYS = (
    later("星期一"),
    later("星期二"),
    later("星期三"),
    later("星期四"),
    later("星期五"),
    later("星期六"),
    later("星期日"),
)
_NEAR = (later("今天"), later("明天"), later("后天"))


def weekday(value: date) -> str:
    """A date as 11 月 24 日　星期二."""
    return _("{month} 月 {day} 日　{weekday}").format(
        month=value.month, day=value.day, weekday=_WEEKDAYS[value.weekday()]
    )


def due(deadline: datetime, now: datetime) -> str:
    """When something is due: 今天 17:00 前, 后天（星期四）18:00 前, 12 月 3 日 18:00 前, 已过 11 月 20 日."""
    local = deadline.astimezone(now.tzinfo)
    days = (local.date() - now.date()).days
    if local < now:
        return _("期限 {month} 月 {day} 日，已过").format(month=local.month, day=local.day)
    if days >= len(_NEAR):
        return _("{month} 月 {day} 日 {time:%H:%M} 前").format(month=local.month, day=local.day, time=local)
    if days == 0:
        return _("今天 {time:%H:%M} 前").format(time=local)
    return _("{near}（{weekday}）{time:%H:%M} 前").format(
        near=_NEAR[days], weekday=_WEEKDAYS[local.weekday()], time=local
    )
